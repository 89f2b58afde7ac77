public import Model
internal import SQLite

extension Store {
    /// An agreement as it was known on a day: by what had been published, or, where an article has no date, ingested.
    /// - Parameter date: ISO 8601, of day, month or year precision: the end of it.
    /// - Throws: `unknown` where nothing was known of it, as for a name that there is not.
    public func agreement(_ nameOrID: String, asOf date: String) throws(StoreError) -> AgreementDetail {
        let detail = try agreement(nameOrID)
        return try wrap {
            guard var then = try known(detail, asOf: date) else {
                throw StoreError.unknown(kind: "report by \(date) of agreement", name: nameOrID, similar: [])
            }
            then.history = try history(of: then)
            return then
        }
    }

    /// Agreements that were known on a day, as they stood then.
    public func agreements(
        _ wanted: AgreementFilter = .init(), asOf date: String, limit: Int = 0
    ) throws(StoreError) -> [AgreementRecord] {
        // How it stands now does not matter.
        var ever = wanted
        ever.statuses = []
        let all = try agreements(ever)
        return try wrap {
            let statuses = try Lookup(database: database).agreementStatuses(wanted.statuses)
            var found: [AgreementRecord] = []
            for agreement in all where limit <= 0 || found.count < limit {
                guard let then = try known(detail(of: agreement.id), asOf: date)?.agreement,
                    statuses.isEmpty || statuses.contains(then.status.rawValue)
                else { continue }
                found.append(then)
            }
            return found
        }
    }

    /// What was known of an agreement by `date`, without its history; nil where nothing was.
    func known(_ detail: AgreementDetail, asOf date: String) throws -> AgreementDetail? {
        let articles = Set(
            try database.values(
                """
                SELECT article.id FROM agreement_article JOIN article ON article.id = article_id
                WHERE agreement_id = ?1 AND substr(\(Self.known), 1, length(?2)) <= ?2
                """, [detail.agreement.id, date], as: Int64.self))
        var then = detail
        then.reports = detail.reports.filter { articles.contains($0.article) }
        then.clauses = detail.clauses.filter { articles.contains($0.article) }
        guard var summary = AgreementSummary(then.reports) else { return nil }
        let settings = try database.rows(
            "SELECT field, text, number FROM agreement_setting WHERE agreement_id = ?1 ORDER BY correction_id",
            [detail.agreement.id], as: String.self, String?.self, Double?.self)
        for (field, text, number) in settings { summary.settle(field, text, number) }
        (then.agreement.status, then.agreement.value) = (summary.status, summary.value)
        (then.agreement.announced, then.agreement.effective) = (summary.announced, summary.effective)
        (then.agreement.expires, then.agreement.confidence) = (summary.expires, summary.confidence)
        (then.agreement.articles, then.agreement.clauses) = (then.reports.count, then.clauses.count)
        then.agreement.reported = then.reports.compactMap(\.published).max()
        then.agreement.sources = then.reports.count { $0.reprintOf == nil }
        then.partyRoles = PartyRoles.shared.roles(
            of: then.agreement.parties, kind: then.agreement.kind.rawValue,
            then.clauses.filter { $0.status != .denied }.map {
                PartyRoles.Evidence(
                    type: $0.type.rawValue, quote: $0.quote, confidence: $0.confidence, obligors: $0.obligors,
                    beneficiaries: $0.beneficiaries)
            })
        return then
    }

    /// The day from which what an article says was known.
    static let known: StaticString = "coalesce(article.published, substr(article.ingested_at, 1, 10))"
}
