-- What people said of an agreement's report holds against reports that come later: of what kind it is ('kind'), who
-- its parties are ('parties'), and which other reports it belongs with ('reports').
CREATE TABLE settled (
    agreement_id  INTEGER NOT NULL REFERENCES agreement,
    article_id    INTEGER NOT NULL REFERENCES article,
    field         TEXT NOT NULL CHECK (field IN (
        'status', 'value', 'announced', 'effective', 'expires', 'kind', 'parties', 'reports')),
    correction_id INTEGER NOT NULL REFERENCES correction,
    text          TEXT,
    number        REAL,
    PRIMARY KEY (agreement_id, article_id, field)
) STRICT, WITHOUT ROWID;

INSERT INTO settled (agreement_id, article_id, field, correction_id, text, number)
SELECT agreement_id, article_id, field, correction_id, text, number FROM agreement_setting;

INSERT INTO settled (agreement_id, article_id, field, correction_id)
SELECT agreement_id, article_id, 'reports', correction_id
FROM agreement JOIN agreement_article ON agreement_id = agreement.id WHERE correction_id IS NOT NULL;

DROP TABLE agreement_setting;
ALTER TABLE settled RENAME TO agreement_setting;
CREATE INDEX agreement_setting_article ON agreement_setting (article_id);
