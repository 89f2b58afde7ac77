-- What people put right or took out, in the order in which they did it.
CREATE TABLE correction (
    id       INTEGER PRIMARY KEY,
    made_at  TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    action   TEXT NOT NULL CHECK (action IN ('forget')),
    -- What it is about, in words that outlive its id: for an article the SHA-256 of its bytes.
    subject  TEXT NOT NULL,
    reason   TEXT
) STRICT;
