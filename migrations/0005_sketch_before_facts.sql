-- The sketch of a text is asked for with each report of a deal, without the facts, and stands before them now: behind
-- those of an article as long as a book it took reading them all.
CREATE TABLE reading_in_order (
    article_id INTEGER PRIMARY KEY REFERENCES article,
    sketch     BLOB,
    facts      BLOB NOT NULL
) STRICT;

INSERT INTO reading_in_order (article_id, sketch, facts) SELECT article_id, sketch, facts FROM reading;

DROP TABLE reading;

ALTER TABLE reading_in_order RENAME TO reading;
