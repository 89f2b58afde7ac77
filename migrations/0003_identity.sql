-- Who is who and which reports tell of the same deal is decided over all articles, whatever the order in which
-- they came. So that it can be decided anew, each article keeps what was read out of it.

-- What the extractor read out of an article, before names and deals of other articles were looked at, in kb's
-- packed form; and a sketch of its words, by which reprints of one story are known.
CREATE TABLE reading (
    article_id INTEGER PRIMARY KEY REFERENCES article,
    facts      BLOB NOT NULL,
    sketch     BLOB
) STRICT;

-- Of articles that an earlier kb filed nothing is kept: `kb reextract` is due.
UPDATE article SET extractor = '';

-- The names by which articles call companies, as folded words and legal form. company_id is the company that a name
-- stands for everywhere; it is NULL where several share the name and each article decides (is_shared).
CREATE TABLE company_key (
    id         INTEGER PRIMARY KEY,
    normalized TEXT NOT NULL,
    legal_form TEXT NOT NULL,
    -- Whether it is the fullest name of a company in some article.
    is_own     INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
    is_shared  INTEGER NOT NULL DEFAULT 0 CHECK (is_shared IN (0, 1)),
    company_id INTEGER REFERENCES company,
    UNIQUE (normalized, legal_form)
) STRICT;

CREATE INDEX company_key_company ON company_key (company_id) WHERE company_id IS NOT NULL;
CREATE INDEX company_key_shared ON company_key (id) WHERE is_shared;

-- That an article uses the short name for the company of the long one ('alias'), or for another company ('apart').
CREATE TABLE company_key_tie (
    short_id   INTEGER NOT NULL REFERENCES company_key,
    long_id    INTEGER NOT NULL REFERENCES company_key,
    relation   TEXT NOT NULL CHECK (relation IN ('alias', 'apart')),
    article_id INTEGER NOT NULL REFERENCES article,
    PRIMARY KEY (short_id, long_id, relation, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX company_key_tie_long ON company_key_tie (long_id);

-- The companies of an article's reading, in its order: the fullest name there, and the company it was taken for.
CREATE TABLE company_article (
    article_id INTEGER NOT NULL REFERENCES article,
    position   INTEGER NOT NULL CHECK (position >= 0),
    key_id     INTEGER NOT NULL REFERENCES company_key,
    company_id INTEGER NOT NULL REFERENCES company,
    PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX company_article_key ON company_article (key_id);
CREATE INDEX company_article_company ON company_article (company_id);

-- The kind and the parties that this article gives the agreement, the parties as positions in company_article; and
-- the place of the agreement in its reading.
ALTER TABLE agreement_article ADD COLUMN kind TEXT REFERENCES agreement_kind;
ALTER TABLE agreement_article ADD COLUMN parties TEXT;
ALTER TABLE agreement_article ADD COLUMN position INTEGER;
UPDATE agreement_article SET kind = (SELECT kind FROM agreement WHERE agreement.id = agreement_id);

-- The part that a company has in the agreement, e.g. buyer, where it is known.
ALTER TABLE agreement_party ADD COLUMN role TEXT;

-- How many stories tell of the agreement: reprints of one story count once.
ALTER TABLE agreement ADD COLUMN sources INTEGER NOT NULL DEFAULT 1;

-- Any two companies of an agreement, to find what both are in.
CREATE TABLE agreement_pair (
    company_id   INTEGER NOT NULL REFERENCES company,
    other_id     INTEGER NOT NULL REFERENCES company,
    agreement_id INTEGER NOT NULL REFERENCES agreement,
    PRIMARY KEY (company_id, other_id, agreement_id),
    CHECK (company_id < other_id)
) STRICT, WITHOUT ROWID;

INSERT INTO agreement_pair
SELECT one.company_id, other.company_id, one.agreement_id
FROM agreement_party AS one
JOIN agreement_party AS other ON other.agreement_id = one.agreement_id AND other.company_id > one.company_id;
