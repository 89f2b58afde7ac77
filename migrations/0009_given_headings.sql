-- What people said of an article's title and date ('published') over what its text says. It holds in a later reading
-- of the source too, as long as the text says the same of it.
CREATE TABLE article_setting (
    article_id INTEGER NOT NULL REFERENCES article,
    field      TEXT NOT NULL CHECK (field IN ('title', 'published')),
    -- What was said, and what the text says; NULL for no date.
    text       TEXT,
    read       TEXT,
    said_at    TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    PRIMARY KEY (article_id, field)
) STRICT, WITHOUT ROWID;
