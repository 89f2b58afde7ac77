-- A company that the names of later articles make needless is taken out, and so is an agreement. For a foreign key that
-- no index serves SQLite then walks through the whole table, all mentions and all pairs, for each of them: a tenth of the
-- time of filing at 19,000 articles. An index on mentions by company would cost more than that. So these two refer
-- without a key, and `kb verify` looks after them.
CREATE TABLE mention_kept AS SELECT sentence_id, mention_start, company_id, mention_end FROM mention;
DROP TABLE mention;

-- Where a company is named. Kept by sentence, so that ingest only appends; from a company to its
-- sentences lead the tags of sentence_fts. (Columns in the order of the key: integrity_check of 3.40 takes
-- another order for NULLs.)
CREATE TABLE mention (
    sentence_id   INTEGER NOT NULL REFERENCES sentence,
    mention_start INTEGER NOT NULL CHECK (mention_start >= 0),
    company_id    INTEGER NOT NULL,
    mention_end   INTEGER NOT NULL CHECK (mention_end > mention_start),
    PRIMARY KEY (sentence_id, mention_start, company_id)
) STRICT, WITHOUT ROWID;

INSERT INTO mention (sentence_id, mention_start, company_id, mention_end)
SELECT sentence_id, mention_start, company_id, mention_end FROM mention_kept;
DROP TABLE mention_kept;

CREATE TABLE agreement_pair_kept AS SELECT company_id, other_id, agreement_id FROM agreement_pair;
DROP TABLE agreement_pair;

-- Any two companies of an agreement, to find what both are in.
CREATE TABLE agreement_pair (
    company_id   INTEGER NOT NULL,
    other_id     INTEGER NOT NULL,
    agreement_id INTEGER NOT NULL,
    PRIMARY KEY (company_id, other_id, agreement_id),
    CHECK (company_id < other_id)
) STRICT, WITHOUT ROWID;

INSERT INTO agreement_pair (company_id, other_id, agreement_id)
SELECT company_id, other_id, agreement_id FROM agreement_pair_kept;
DROP TABLE agreement_pair_kept;
