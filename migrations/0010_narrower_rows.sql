-- Who owes a clause and who gets it: a number for the side instead of a word, and no index by company, which tags of
-- clause_fts lead to. Index and words were a twelfth of the file. (So it refers to companies without a foreign key, as
-- mentions do, and `kb verify` looks after that.)
CREATE TABLE clause_side (
    clause_id  INTEGER NOT NULL REFERENCES clause,
    side       INTEGER NOT NULL CHECK (side IN (0, 1)),
    company_id INTEGER NOT NULL,
    position   INTEGER NOT NULL CHECK (position >= 0),
    PRIMARY KEY (clause_id, side, company_id)
) STRICT, WITHOUT ROWID;

INSERT INTO clause_side (clause_id, side, company_id, position)
SELECT clause_id, role = 'beneficiary', company_id, position FROM clause_party ORDER BY 1, 2, 3;

DROP TABLE clause_party;

CREATE VIEW clause_party AS
SELECT clause_id, CASE side WHEN 0 THEN 'obligor' ELSE 'beneficiary' END AS role, company_id, position
FROM clause_side;

-- Clauses are never looked for by their sentence: that needs no index, if nothing has to be looked up when a sentence
-- goes. The last number that was given stays given.
CREATE TABLE clause_kept AS SELECT * FROM clause;
CREATE TABLE clause_last AS SELECT seq FROM sqlite_sequence WHERE name = 'clause';
DROP TABLE clause;

-- One term of an agreement. The quote is substr(article.body, quote_start + 1, quote_end - quote_start).
CREATE TABLE clause (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id INTEGER REFERENCES agreement,
    article_id   INTEGER NOT NULL REFERENCES article,
    sentence_id  INTEGER,
    type         TEXT NOT NULL REFERENCES clause_type,
    status       TEXT NOT NULL CHECK (status IN (
        'stated', 'reaffirmed', 'changed', 'ended', 'proposed', 'denied')),
    quote        TEXT NOT NULL CHECK (quote <> ''),
    quote_start  INTEGER NOT NULL CHECK (quote_start >= 0),
    quote_end    INTEGER NOT NULL,
    line         INTEGER NOT NULL CHECK (line > 0),
    amount       REAL,
    currency     TEXT,
    percent      REAL,
    speaker      TEXT,
    confidence   REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    CHECK (quote_end - quote_start = length(quote)),
    CHECK ((amount IS NULL) = (currency IS NULL))
) STRICT;

INSERT INTO clause (
    id, agreement_id, article_id, sentence_id, type, status, quote, quote_start, quote_end, line, amount, currency,
    percent, speaker, confidence)
SELECT
    id, agreement_id, article_id, sentence_id, type, status, quote, quote_start, quote_end, line, amount, currency,
    percent, speaker, confidence
FROM clause_kept ORDER BY id;

DROP TABLE clause_kept;
DELETE FROM sqlite_sequence WHERE name = 'clause';
INSERT INTO sqlite_sequence (name, seq) SELECT 'clause', seq FROM clause_last;
DROP TABLE clause_last;

CREATE INDEX clause_agreement ON clause (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX clause_article ON clause (article_id);
CREATE INDEX clause_by_status ON clause (status) WHERE status <> 'stated';
