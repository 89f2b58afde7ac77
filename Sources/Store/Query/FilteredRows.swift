internal import Model
internal import SQLite

// How rows are read that the filters let pass. A condition that no filter asks for is left out: to prepare it takes
// longer than to run it.

extension Filter {
    /// SQL that reads a row by its id, `?1`, if the filters let it pass, and what to bind to the parameters after that.
    struct Select {
        fileprivate(set) var sql: String
        fileprivate(set) var values: [any ColumnValue] = []

        /// - Parameter condition: with a `?` for each of `values`.
        fileprivate mutating func require(_ condition: String, _ values: any ColumnValue...) {
            sql += "\nAND " + condition
            self.values += values
        }

        /// - Parameter names: as `list` has them.
        fileprivate mutating func require(_ column: StaticString, in names: [String]) {
            if !names.isEmpty { require("instr(?, ',' || \(column) || ',') > 0", Filter.list(names)) }
        }
    }

    /// Reads a clause. Whom it concerns was asked of the index already, and the agreement is read only where a filter
    /// asks for it: that is a page of the file for each clause.
    var clause: Select {
        var select = Select(
            sql: """
                SELECT clause.sentence_id, clause.article_id, quote_start, quote_end, clause.confidence, published,
                    amount, clause.status
                FROM clause
                JOIN article ON article.id = clause.article_id
                WHERE clause.id = ?1
                """)
        select.require("clause.type", in: types)
        select.require("clause.status", in: statuses)
        if !kinds.isEmpty {
            select.require(
                """
                EXISTS (
                    SELECT 1 FROM agreement WHERE id = clause.agreement_id AND instr(?, ',' || kind || ',') > 0)
                """, Self.list(kinds))
        }
        if !agreementStatuses.isEmpty { requireAgreementStatus(&select) }
        if let role {
            select.require(
                "EXISTS (SELECT 1 FROM clause_party WHERE clause_id = clause.id AND role = ? AND company_id = ?)", role,
                company)
        }
        if let least = query.minimumAmount {
            select.require(
                """
                EXISTS (
                    SELECT 1 FROM clause_value WHERE clause_id = clause.id AND kind = 'money' AND number >= ?
                    AND (? IS NULL OR currency = ?))
                """, least, query.currency, query.currency)
        }
        if query.confidence > 0 { select.require("clause.confidence >= ?", query.confidence) }
        requireArticle(&select)
        return select
    }

    /// That the agreement stands so, or stood so on the day that is asked for: as `AgreementSummary` has it.
    private func requireAgreementStatus(_ select: inout Select) {
        let wanted = Self.list(agreementStatuses)
        guard let date = query.asOf else {
            return select.require(
                """
                EXISTS (
                    SELECT 1 FROM agreement
                    WHERE id = clause.agreement_id AND instr(?, ',' || agreement.status || ',') > 0)
                """, wanted)
        }
        select.require(
            """
            EXISTS (
                SELECT 1 FROM agreement WHERE id = clause.agreement_id AND instr(?, ',' || coalesce((
                    SELECT text FROM agreement_setting
                    WHERE agreement_id = agreement.id AND field = 'status' ORDER BY correction_id DESC LIMIT 1
                ), (
                    SELECT said.status FROM agreement_article AS said
                    JOIN current_article AS article ON article.id = said.article_id
                    WHERE said.agreement_id = agreement.id AND substr(\(Store.known), 1, length(?)) <= ?
                    ORDER BY coalesce(article.published, '') DESC,
                        instr(
                            ',rumored,proposed,signed,in-force,completed,ended,rejected,', ',' || said.status || ','
                        ) DESC,
                        sha256 DESC LIMIT 1)) || ',') > 0)
            """, wanted, date, date)
    }

    /// That the article is of the time and from the source that are asked for, and in force, or was then.
    private func requireArticle(_ select: inout Select) {
        if let since = query.since { select.require("substr(published, 1, length(?)) >= ?", since, since) }
        if let until = query.until { select.require("substr(published, 1, length(?)) <= ?", until, until) }
        if let source = query.source { select.require("(source GLOB ? OR source GLOB '*/' || ?)", source, source) }
        guard let date = query.asOf else {
            return select.require("NOT EXISTS (SELECT 1 FROM article AS later WHERE later.supersedes = article.id)")
        }
        select.require(
            """
            substr(\(Store.known), 1, length(?)) <= ? AND NOT EXISTS (
                SELECT 1 FROM article AS later WHERE later.supersedes = article.id
                AND substr(coalesce(later.published, later.ingested_at), 1, length(?)) <= ?)
            """, date, date, date, date)
    }

    /// Reads a sentence.
    var sentence: Select {
        var select = Select(
            sql: """
                SELECT article_id, published FROM sentence
                JOIN article ON article.id = article_id
                WHERE sentence.id = ?1
                """)
        requireArticle(&select)
        return select
    }
}
