-- The knowledge base: articles, the companies they name, the agreements they report, the clauses they
-- quote. Ranges are half-open. Those of quotes, mentions and values count code points, as substr()
-- does; those of sentences count bytes, because that is what cutting a long text needs.

-- What there can be, filled by kb from data/clause_types.tsv and data/agreement_kinds.tsv. Numbers are
-- given once and stay; the full-text index knows a type by its tag 'k' || number, a kind by 'a' || number.
CREATE TABLE clause_type (
    type          TEXT PRIMARY KEY NOT NULL,
    number        INTEGER NOT NULL UNIQUE,
    family        TEXT NOT NULL,
    cuad_category TEXT,
    description   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_kind (
    kind        TEXT PRIMARY KEY NOT NULL,
    number      INTEGER NOT NULL UNIQUE,
    description TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One source text as it was read. The body comes last: reading the columns before it never reads it.
CREATE TABLE article (
    id          INTEGER PRIMARY KEY,
    source      TEXT NOT NULL,
    title       TEXT NOT NULL,
    published   TEXT CHECK (published GLOB '[0-9][0-9][0-9][0-9]*'),
    publisher   TEXT,
    sha256      BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    ingested_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    extractor   TEXT NOT NULL,
    supersedes  INTEGER REFERENCES article,
    body        TEXT NOT NULL
) STRICT;

CREATE INDEX article_source ON article (source);
CREATE UNIQUE INDEX article_supersedes ON article (supersedes) WHERE supersedes IS NOT NULL;

-- Articles that no later reading of the same source has replaced: the facts of these count.
CREATE VIEW current_article AS
SELECT * FROM article
WHERE NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id);

CREATE TABLE sentence (
    id         INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article,
    byte_start INTEGER NOT NULL CHECK (byte_start >= 0),
    byte_end   INTEGER NOT NULL CHECK (byte_end > byte_start),
    line       INTEGER NOT NULL CHECK (line > 0)
) STRICT;

CREATE INDEX sentence_article ON sentence (article_id);

-- Ids of companies, agreements and clauses are given once, also where the record is gone: people note them.
-- Two companies whose names differ only in the legal form (Ltd, GmbH) are two companies.
CREATE TABLE company (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL CHECK (name <> ''),
    normalized TEXT NOT NULL,
    legal_form TEXT NOT NULL,
    UNIQUE (normalized, legal_form)
) STRICT;

-- Every name of a company, with the article that first gave it.
CREATE TABLE company_name (
    company_id INTEGER NOT NULL REFERENCES company,
    kind       TEXT NOT NULL CHECK (kind IN ('name', 'alias', 'product')),
    name       TEXT NOT NULL CHECK (name <> ''),
    normalized TEXT NOT NULL,
    article_id INTEGER REFERENCES article,
    PRIMARY KEY (company_id, kind, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX company_name_normalized ON company_name (normalized);

-- Where a company is named. Kept by sentence, so that ingest only appends; from a company to its
-- sentences lead the tags of sentence_fts. (Columns in the order of the key: integrity_check of 3.40 takes
-- another order for NULLs.)
CREATE TABLE mention (
    sentence_id   INTEGER NOT NULL REFERENCES sentence,
    mention_start INTEGER NOT NULL CHECK (mention_start >= 0),
    company_id    INTEGER NOT NULL REFERENCES company,
    mention_end   INTEGER NOT NULL CHECK (mention_end > mention_start),
    PRIMARY KEY (sentence_id, mention_start, company_id)
) STRICT, WITHOUT ROWID;

-- A deal: what its sources together say. What each of them says is in agreement_article.
CREATE TABLE agreement (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    kind       TEXT NOT NULL REFERENCES agreement_kind,
    status     TEXT NOT NULL CHECK (status IN (
        'rumored', 'proposed', 'signed', 'in-force', 'completed', 'ended', 'rejected')),
    value      REAL,
    currency   TEXT,
    announced  TEXT,
    effective  TEXT,
    expires    TEXT,
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    CHECK ((value IS NULL) = (currency IS NULL))
) STRICT;

CREATE INDEX agreement_by_status ON agreement (status);

CREATE TABLE agreement_party (
    agreement_id INTEGER NOT NULL REFERENCES agreement,
    company_id   INTEGER NOT NULL REFERENCES company,
    position     INTEGER NOT NULL CHECK (position >= 0),
    PRIMARY KEY (agreement_id, company_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_party_company ON agreement_party (company_id);

CREATE TABLE agreement_article (
    agreement_id INTEGER NOT NULL REFERENCES agreement,
    article_id   INTEGER NOT NULL REFERENCES article,
    status       TEXT NOT NULL CHECK (status IN (
        'rumored', 'proposed', 'signed', 'in-force', 'completed', 'ended', 'rejected')),
    value        REAL,
    currency     TEXT,
    announced    TEXT,
    effective    TEXT,
    expires      TEXT,
    confidence   REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    PRIMARY KEY (agreement_id, article_id),
    CHECK ((value IS NULL) = (currency IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_article_article ON agreement_article (article_id);

-- One term of an agreement. The quote is substr(article.body, quote_start + 1, quote_end - quote_start).
CREATE TABLE clause (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    agreement_id INTEGER REFERENCES agreement,
    article_id   INTEGER NOT NULL REFERENCES article,
    sentence_id  INTEGER REFERENCES sentence,
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

CREATE INDEX clause_agreement ON clause (agreement_id) WHERE agreement_id IS NOT NULL;
CREATE INDEX clause_article ON clause (article_id);
CREATE INDEX clause_sentence ON clause (sentence_id);
CREATE INDEX clause_by_status ON clause (status) WHERE status <> 'stated';

CREATE TABLE clause_party (
    clause_id  INTEGER NOT NULL REFERENCES clause,
    role       TEXT NOT NULL CHECK (role IN ('obligor', 'beneficiary')),
    company_id INTEGER NOT NULL REFERENCES company,
    position   INTEGER NOT NULL CHECK (position >= 0),
    PRIMARY KEY (clause_id, role, company_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX clause_party_company ON clause_party (company_id);

-- Every sum, percentage, date and duration said in a clause; clause.amount and clause.percent are the
-- first of theirs.
CREATE TABLE clause_value (
    clause_id   INTEGER NOT NULL REFERENCES clause,
    position    INTEGER NOT NULL CHECK (position >= 0),
    kind        TEXT NOT NULL CHECK (kind IN ('money', 'percent', 'date', 'duration')),
    number      REAL,
    currency    TEXT,
    iso         TEXT,
    value_start INTEGER NOT NULL CHECK (value_start >= 0),
    value_end   INTEGER NOT NULL CHECK (value_end > value_start),
    PRIMARY KEY (clause_id, position),
    CHECK ((number IS NULL) = (kind IN ('date', 'duration'))),
    CHECK ((iso IS NULL) = (kind IN ('money', 'percent'))),
    CHECK ((currency IS NULL) = (kind <> 'money'))
) STRICT, WITHOUT ROWID;

CREATE INDEX clause_value_number ON clause_value (number) WHERE number IS NOT NULL;

-- The text of each sentence, and a tag 'e' || company.id for each company named in it.
CREATE VIEW sentence_view AS
SELECT
    sentence.id,
    sentence.article_id,
    sentence.line,
    CAST(substr(CAST(article.body AS BLOB), byte_start + 1, byte_end - byte_start) AS TEXT) AS text,
    coalesce((
        SELECT group_concat('e' || company_id, ' ')
        FROM (SELECT DISTINCT company_id FROM mention WHERE sentence_id = sentence.id ORDER BY company_id)
    ), '') AS tags
FROM sentence JOIN article ON article.id = sentence.article_id;

CREATE VIRTUAL TABLE sentence_fts USING fts5 (
    text, tags,
    content = 'sentence_view', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

-- The stems that the sentences have, with counts.
CREATE VIRTUAL TABLE sentence_vocabulary USING fts5vocab (sentence_fts, 'row');

-- The words of each clause, those around it (the title, the rest of its sentence), and its tags: type,
-- agreement kind, and the companies that owe it, get it, or are parties to its agreement.
CREATE VIEW clause_text AS
SELECT
    clause.id,
    clause.quote,
    article.title || char(10) || coalesce((
        SELECT replace(text, clause.quote, ' ') FROM sentence_view WHERE id = clause.sentence_id), '') AS context,
    'k' || clause_type.number
        || coalesce(' a' || (SELECT number FROM agreement JOIN agreement_kind USING (kind)
                             WHERE agreement.id = clause.agreement_id), '')
        || coalesce((
            SELECT group_concat(' e' || company_id, '')
            FROM (SELECT company_id FROM clause_party WHERE clause_id = clause.id
                  UNION
                  SELECT company_id FROM agreement_party WHERE agreement_id = clause.agreement_id
                  ORDER BY company_id)
        ), '') AS tags
FROM clause
JOIN clause_type USING (type)
JOIN article ON article.id = clause.article_id;

CREATE VIRTUAL TABLE clause_fts USING fts5 (
    quote, context, tags,
    content = 'clause_text', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);

-- For people: the joined rows, with names instead of ids, of what counts now.
CREATE VIEW company_view AS
SELECT
    company.id,
    company.name,
    (SELECT group_concat(name, ', ') FROM (
        SELECT DISTINCT name FROM company_name
        WHERE company_id = company.id AND kind <> 'product' AND company_name.name <> company.name
        ORDER BY name)) AS aliases,
    (SELECT group_concat(name, ', ') FROM (
        SELECT name FROM company_name WHERE company_id = company.id AND kind = 'product' ORDER BY name)) AS products,
    coalesce(named.articles, 0) AS articles,
    coalesce(named.mentions, 0) AS mentions,
    (SELECT count(*) FROM agreement_party
     WHERE company_id = company.id AND EXISTS (
        SELECT 1 FROM agreement_article JOIN current_article ON current_article.id = article_id
        WHERE agreement_article.agreement_id = agreement_party.agreement_id)) AS agreements
FROM company
LEFT JOIN (
    SELECT company_id, count(DISTINCT article_id) AS articles, count(*) AS mentions
    FROM mention
    JOIN sentence ON sentence.id = sentence_id
    JOIN current_article ON current_article.id = article_id
    GROUP BY company_id
) AS named ON named.company_id = company.id
WHERE named.company_id IS NOT NULL
    OR EXISTS (
        SELECT 1 FROM company_name LEFT JOIN current_article ON current_article.id = article_id
        WHERE company_id = company.id AND (article_id IS NULL OR current_article.id IS NOT NULL));

CREATE VIEW agreement_view AS
SELECT
    agreement.id,
    (SELECT group_concat(name, ' – ') FROM (
        SELECT company.name FROM agreement_party JOIN company ON company.id = company_id
        WHERE agreement_id = agreement.id ORDER BY position)) || ' ' || agreement.kind AS title,
    agreement.kind,
    agreement.status,
    (SELECT group_concat(name, ', ') FROM (
        SELECT company.name FROM agreement_party JOIN company ON company.id = company_id
        WHERE agreement_id = agreement.id ORDER BY position)) AS parties,
    agreement.value,
    agreement.currency,
    agreement.announced,
    agreement.effective,
    agreement.expires,
    agreement.confidence,
    (SELECT count(*) FROM agreement_article JOIN current_article ON current_article.id = article_id
     WHERE agreement_id = agreement.id) AS articles,
    (SELECT count(*) FROM clause JOIN current_article ON current_article.id = article_id
     WHERE agreement_id = agreement.id) AS clauses
FROM agreement
WHERE EXISTS (
    SELECT 1 FROM agreement_article JOIN current_article ON current_article.id = article_id
    WHERE agreement_id = agreement.id);

CREATE VIEW clause_view AS
SELECT
    clause.id,
    clause.type,
    clause_type.family,
    clause.status,
    (SELECT group_concat(name, ', ') FROM (
        SELECT company.name FROM clause_party JOIN company ON company.id = company_id
        WHERE clause_id = clause.id AND role = 'obligor' ORDER BY position)) AS obligor,
    (SELECT group_concat(name, ', ') FROM (
        SELECT company.name FROM clause_party JOIN company ON company.id = company_id
        WHERE clause_id = clause.id AND role = 'beneficiary' ORDER BY position)) AS beneficiary,
    (SELECT group_concat(name, ', ') FROM (
        SELECT company.name FROM agreement_party JOIN company ON company.id = company_id
        WHERE agreement_id = clause.agreement_id ORDER BY position)) AS parties,
    agreement.kind AS agreement_kind,
    agreement.status AS agreement_status,
    clause.quote,
    clause.amount,
    clause.currency,
    clause.percent,
    clause.speaker,
    clause.confidence,
    current_article.source AS article,
    current_article.title,
    current_article.published,
    clause.line,
    clause.quote_start,
    clause.quote_end,
    clause.agreement_id,
    clause.article_id
FROM clause
JOIN clause_type USING (type)
JOIN current_article ON current_article.id = clause.article_id
LEFT JOIN agreement ON agreement.id = clause.agreement_id;

CREATE VIEW article_view AS
SELECT
    article.id,
    article.source,
    article.title,
    article.published,
    article.publisher,
    lower(hex(article.sha256)) AS sha256,
    article.ingested_at,
    article.extractor,
    NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id) AS current,
    (SELECT group_concat(name, ', ') FROM (
        SELECT DISTINCT company.name FROM sentence
        JOIN mention ON sentence_id = sentence.id JOIN company ON company.id = company_id
        WHERE article_id = article.id ORDER BY name)) AS companies,
    (SELECT count(*) FROM agreement_article WHERE article_id = article.id) AS agreements,
    (SELECT count(*) FROM clause WHERE article_id = article.id) AS clauses
FROM article;
