-- Names are joined by '; ' in what people read: commas are parts of names ("Tarn, Inc."). And an agreement tells which
-- part each party has in it, as far as its clauses do.
DROP VIEW company_view;

CREATE VIEW company_view AS
SELECT
    company.id,
    company.name,
    (SELECT group_concat(name, '; ') FROM (
        SELECT DISTINCT name FROM company_name
        WHERE company_id = company.id AND kind <> 'product' AND company_name.name <> company.name
        ORDER BY name)) AS aliases,
    (SELECT group_concat(name, '; ') FROM (
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

DROP VIEW agreement_view;

CREATE VIEW agreement_view AS
SELECT
    agreement.id,
    (SELECT group_concat(name, ' – ') FROM (
        SELECT company.name FROM agreement_party JOIN company ON company.id = company_id
        WHERE agreement_id = agreement.id ORDER BY position)) || ' ' || agreement.kind AS title,
    agreement.kind,
    agreement.status,
    (SELECT group_concat(name, '; ') FROM (
        SELECT company.name FROM agreement_party JOIN company ON company.id = company_id
        WHERE agreement_id = agreement.id ORDER BY position)) AS parties,
    (SELECT group_concat(role || ': ' || name, '; ') FROM (
        SELECT role, company.name FROM agreement_party JOIN company ON company.id = company_id
        WHERE agreement_id = agreement.id AND role IS NOT NULL ORDER BY position)) AS roles,
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

DROP VIEW clause_view;

CREATE VIEW clause_view AS
SELECT
    clause.id,
    clause.type,
    clause_type.family,
    clause.status,
    (SELECT group_concat(name, '; ') FROM (
        SELECT company.name FROM clause_party JOIN company ON company.id = company_id
        WHERE clause_id = clause.id AND role = 'obligor' ORDER BY position)) AS obligor,
    (SELECT group_concat(name, '; ') FROM (
        SELECT company.name FROM clause_party JOIN company ON company.id = company_id
        WHERE clause_id = clause.id AND role = 'beneficiary' ORDER BY position)) AS beneficiary,
    (SELECT group_concat(name, '; ') FROM (
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

DROP VIEW article_view;

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
    (SELECT group_concat(name, '; ') FROM (
        SELECT DISTINCT company.name FROM sentence
        JOIN mention ON sentence_id = sentence.id JOIN company ON company.id = mention.company_id
        WHERE article_id = article.id ORDER BY name)) AS companies,
    (SELECT count(*) FROM agreement_article WHERE article_id = article.id) AS agreements,
    (SELECT count(*) FROM clause WHERE article_id = article.id) AS clauses
FROM article;

-- What an earlier kb left to be decided anew, which takes more than SQL; the next command that writes does it.
CREATE TABLE overdue (
    what TEXT PRIMARY KEY NOT NULL CHECK (what IN ('corrections', 'names', 'roles'))
) STRICT, WITHOUT ROWID;

-- Corrections of agreements were filed in another way before 0006; names that are one company in two languages, and
-- the parts of the parties, were not known.
INSERT INTO overdue
SELECT 'corrections' WHERE EXISTS (SELECT 1 FROM correction WHERE undone_at IS NULL AND action GLOB 'agreement-*')
UNION ALL SELECT 'names' WHERE EXISTS (SELECT 1 FROM company)
UNION ALL SELECT 'roles' WHERE EXISTS (SELECT 1 FROM agreement);
