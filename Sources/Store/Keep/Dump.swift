internal import SQLite

extension Store {
    /// Writes all knowledge as lines of JSON in an order that depends on nothing but the knowledge: no ids, no
    /// times of ingest. Two databases hold the same exactly where their dumps are the same bytes.
    ///
    /// An article is known by the SHA-256 of its bytes, a company by its name, an agreement by its kind, its
    /// parties and what its articles say.
    /// - Parameter line: takes each line, without its line end; what it throws ends the dump and is thrown on.
    public func dump(_ line: (String) throws -> Void) throws {
        do {
            try database.transaction(.deferred) {
                for select in Self.dumpSelects { try lines(of: select, line) }
            }
        } catch let error as SQLiteError {
            throw StoreError(error, path: path)
        }
    }

    private func lines(of select: String, _ line: (String) throws -> Void) throws {
        let records = try Statement(database, select)
        while try records.step() { try line(try String.read(from: records, at: 0)) }
    }

    private static let dumpSelects = [
        """
        SELECT json_object(
            'record', 'article', 'sha256', lower(hex(sha256)), 'source', source, 'title', title,
            'published', published, 'publisher', publisher, 'extractor', extractor,
            'supersedes', (SELECT lower(hex(older.sha256)) FROM article AS older WHERE older.id = article.supersedes),
            'mentions', (
                SELECT json_group_array(json_array(mention_start, mention_end, name)) FROM (
                    SELECT mention_start, mention_end, company.name FROM sentence
                    JOIN mention ON mention.sentence_id = sentence.id
                    JOIN company ON company.id = mention.company_id
                    WHERE sentence.article_id = article.id ORDER BY mention_start, mention_end, company.name)),
            'body', body)
        FROM article ORDER BY sha256
        """,
        """
        SELECT json_object(
            'record', 'company', 'name', name, 'legal_form', legal_form,
            'names', (
                SELECT json_group_array(json_array(kind, name)) FROM (
                    SELECT kind, name FROM company_name WHERE company_id = company.id ORDER BY kind, name)))
        FROM company ORDER BY name, legal_form
        """,
        """
        SELECT json_object(
            'record', 'agreement', 'kind', kind, 'status', status, 'value', value, 'currency', currency,
            'announced', announced, 'effective', effective, 'expires', expires, 'confidence', confidence,
            'parties', (
                SELECT json_group_array(name) FROM (
                    SELECT company.name FROM agreement_party JOIN company ON company.id = company_id
                    WHERE agreement_id = agreement.id ORDER BY company.name)),
            'roles', (
                SELECT json_group_array(json_array(name, role)) FROM (
                    SELECT company.name, role FROM agreement_party JOIN company ON company.id = company_id
                    WHERE agreement_id = agreement.id AND role IS NOT NULL ORDER BY company.name)),
            'reports', (
                SELECT json_group_array(json(report)) FROM (
                    SELECT json_object(
                        'article', lower(hex(sha256)), 'status', status, 'value', value, 'currency', currency,
                        'announced', announced, 'effective', effective, 'expires', expires,
                        'confidence', confidence) AS report
                    FROM agreement_article JOIN article ON article.id = article_id
                    WHERE agreement_id = agreement.id ORDER BY sha256)),
            'clauses', (
                SELECT json_group_array(json(clause)) FROM (
                    SELECT json_array(lower(hex(sha256)), quote_start, quote_end, type) AS clause
                    FROM clause JOIN article ON article.id = article_id
                    WHERE agreement_id = agreement.id ORDER BY sha256, quote_start, quote_end, type))) AS line
        FROM agreement ORDER BY line
        """,
        """
        SELECT json_object(
            'record', 'clause', 'article', lower(hex(sha256)), 'start', quote_start, 'end', quote_end,
            'type', type, 'status', status, 'quote', quote, 'line', line, 'amount', amount, 'currency', currency,
            'percent', percent, 'speaker', speaker, 'confidence', confidence,
            'obligor', (
                SELECT json_group_array(name) FROM (
                    SELECT company.name FROM clause_party JOIN company ON company.id = company_id
                    WHERE clause_id = clause.id AND role = 'obligor' ORDER BY company.name)),
            'beneficiary', (
                SELECT json_group_array(name) FROM (
                    SELECT company.name FROM clause_party JOIN company ON company.id = company_id
                    WHERE clause_id = clause.id AND role = 'beneficiary' ORDER BY company.name)),
            'values', (
                SELECT json_group_array(json_array(kind, number, currency, iso, value_start, value_end)) FROM (
                    SELECT * FROM clause_value WHERE clause_id = clause.id ORDER BY position))) AS record
        FROM clause JOIN article ON article.id = clause.article_id
        ORDER BY sha256, quote_start, quote_end, type, record
        """,
        """
        SELECT json_object(
            'record', 'correction', 'action', action, 'subject', json(subject), 'field', field,
            'before', json(before), 'after', json(after), 'reason', reason)
        FROM correction WHERE undone_at IS NULL AND action <> 'forget' ORDER BY id
        """,
    ]
}
