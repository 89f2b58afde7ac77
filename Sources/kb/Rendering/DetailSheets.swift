import Model

// Single records with everything known of them, laid out.

extension CompanyDetail {
    var sheet: Sheet {
        var page = Page(company.name, "company \(company.id)")
        page.field("other names", Phrases.list(company.aliases))
        page.field("products", Phrases.list(company.products))
        page.field(
            "named", "\(Phrases.count(company.mentions, "time")) in \(Phrases.count(company.articles, "article"))")
        page.section("Agreements", .table(agreements.listing.table))
        page.section("Owes", .clauses(owes))
        page.section("Is owed", .clauses(owed))
        return Sheet(record: json, page: page)
    }
}

extension AgreementDetail {
    /// - Parameter families: of clause types; the clauses are shown in their order.
    func sheet(families: [(family: String, types: [ClauseType])]) -> Sheet {
        var page = Page(Phrases.parties(agreement.parties), "agreement \(agreement.id)")
        page.field("kind", agreement.kind.rawValue)
        page.field("status", Phrases.plain(agreement.status.rawValue))
        page.field("value", settled(agreement.value.map(Phrases.money), reports.map { $0.value.map(Phrases.money) }))
        page.field("announced", agreement.announced)
        page.field("effective", settled(agreement.effective, reports.map(\.effective)))
        page.field("expires", settled(agreement.expires, reports.map(\.expires)))
        page.section("Parties", .table(partiesTable))
        page.section("History", .table(historyTable))
        page.section("Sources", .table(sources))
        for (family, types) in families {
            page.section("Clauses: \(family)", .clauses(clauses.filter { types.contains($0.type) }))
        }
        return Sheet(record: json, page: page)
    }

    /// What counts, and what else sources say.
    private func settled(_ value: String?, _ told: [String?]) -> String? {
        var others: [String] = []
        for other in told.compactMap(\.self) where other != value && !others.contains(other) { others.append(other) }
        guard let value, !others.isEmpty else { return value }
        return "\(value) (other sources: \(others.joined(separator: ", ")))"
    }

    private var historyTable: Table {
        var table = Table(columns: [
            .init(title: "DATE", isFixed: true), .init(title: "WHAT"), .init(title: "QUOTE", weight: 2),
        ])
        table.isSpaced = true
        table.rows = history.map { [$0.dateCell, [StyledText(Phrases.plain($0.what))], $0.words] }
        return table
    }

    /// Who is what, owes what and gets what, by the types of the clauses.
    private var partiesTable: Table {
        let hasRoles = roles.contains { $0.role != nil }
        var table = Table(
            columns: [.init(title: "PARTY")] + (hasRoles ? [.init(title: "ROLE")] : [])
                + [.init(title: "OWES"), .init(title: "GETS")])
        table.rows = roles.map { role in
            [[StyledText(role.company, .name)]] + (hasRoles ? [[StyledText(role.role ?? "")]] : [])
                + [role.owes, role.gets].map { [StyledText($0.map(\.rawValue).joined(separator: ", "))] }
        }
        return table
    }

    /// What each source says, side by side.
    private var sources: Table {
        var table = Table(columns: [
            .init(title: "PUBLISHED", isFixed: true), .init(title: "SAYS", isFixed: true),
            .init(title: "VALUE", isNumber: true), .init(title: "DATES", isFixed: true), .init(title: "SOURCE"),
        ])
        table.rows = reports.map { report in
            let dates = [
                ("announced", report.announced), ("effective", report.effective), ("expires", report.expires),
            ]
            return [
                [StyledText(report.published ?? "")], [Phrases.status(report.status)],
                [StyledText(report.value.map(Phrases.money) ?? "")],
                dates.compactMap { name, date in date.map { StyledText("\(name) \($0)") } },
                [StyledText(report.title), SourceLink.text(report.source, line: nil)]
                    + (report.reprintOf.map { [StyledText("reprint of \($0)", .dim)] } ?? []),
            ]
        }
        return table
    }
}

extension ClauseDetail {
    var sheet: Sheet {
        var page = Page(clause.type.rawValue, "clause \(clause.id)")
        page.field("status", clause.status.rawValue)
        page.field("parties", Phrases.roles(clause.obligors, clause.beneficiaries))
        page.field(
            "agreement",
            agreement.map {
                "\($0.id): \($0.kind.rawValue) of \(Phrases.parties($0.parties)), \(Phrases.plain($0.status.rawValue))"
            })
        page.field("quote", clause.quote)
        if sentence != clause.quote { page.field("sentence", sentence) }
        page.field("amount", clause.amount.map(Phrases.money))
        page.field("percent", clause.percent.map { "\(Phrases.grouped($0))%" })
        page.field("said by", clause.speaker)
        page.field("confidence", "\((clause.confidence * 100).rounded() / 100)")
        page.field("article", clause.title)
        page.field("published", clause.published)
        page.field("source", SourceLink.text(clause.source, line: clause.line))
        return Sheet(record: json, page: page)
    }
}

extension ArticleDetail {
    var sheet: Sheet {
        var page = Page(article.title, "article \(article.id)")
        page.field("source", SourceLink.text(article.source, line: nil))
        page.field("published", article.published)
        page.field("publisher", article.publisher)
        page.field("ingested", article.ingested)
        page.field("companies", Phrases.list(companies))
        if !article.current { page.field("note", "a later reading of this source has taken its place") }
        page.section("Agreements", .table(agreements.listing.table))
        page.section("Text", .text(MarkedText(body: body, clauses: clauses)))
        return Sheet(record: json, page: page)
    }
}
