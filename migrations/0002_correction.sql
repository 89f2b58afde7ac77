-- What people put right or took out, in the order in which they did it. One that was taken back (undone_at)
-- is no longer applied.
CREATE TABLE correction (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at       TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    action        TEXT NOT NULL CHECK (action IN (
        'company-merge', 'company-rename', 'company-split', 'company-distinct', 'alias-add', 'alias-remove',
        'agreement-merge', 'agreement-split', 'agreement-set', 'agreement-accept', 'agreement-reject',
        'clause-add', 'clause-set', 'clause-accept', 'clause-reject', 'forget')),
    -- What it is about, in words that outlive ids, as JSON: a company by its names, an agreement by its kind,
    -- parties and articles, a clause by its article (SHA-256), range (code points) and type.
    subject       TEXT NOT NULL,
    field         TEXT,
    -- What was said before and what is said now, as JSON.
    before        TEXT,
    after         TEXT,
    reason        TEXT,
    -- The id that its company, agreement or clause had, so that it comes back under the same.
    record_id     INTEGER,
    undone_at     TEXT,
    undone_reason TEXT
) STRICT;

-- The merge or split by which people, not kb, said which reports an agreement is made of.
ALTER TABLE agreement ADD COLUMN correction_id INTEGER REFERENCES correction;
CREATE INDEX agreement_correction ON agreement (correction_id) WHERE correction_id IS NOT NULL;

-- What people settled of an agreement, over what its articles say.
CREATE TABLE agreement_setting (
    agreement_id  INTEGER NOT NULL REFERENCES agreement,
    article_id    INTEGER NOT NULL REFERENCES article,
    field         TEXT NOT NULL CHECK (field IN ('status', 'value', 'announced', 'effective', 'expires')),
    correction_id INTEGER NOT NULL REFERENCES correction,
    text          TEXT,
    number        REAL,
    PRIMARY KEY (agreement_id, article_id, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX agreement_setting_article ON agreement_setting (article_id);
