import Model

// Single records with everything known of them, laid out.

extension CompanyDetail {
    var sheet: Sheet {
        Sheet(record: json) { terminal in
            var page = Page(terminal: terminal)
            page.title(company.name, "company \(company.id)")
            page.field("other names", company.aliases.joined(separator: ", "))
            page.field("products", company.products.joined(separator: ", "))
            page.field(
                "named", "\(Phrases.count(company.mentions, "time")) in \(Phrases.count(company.articles, "article"))")
            page.section("Agreements", agreements.listing.table)
            page.section("Owes", owes.listing.table)
            page.section("Is owed", owed.listing.table)
            return page.text
        }
    }
}

extension AgreementDetail {
    /// - Parameter families: of clause types; the clauses are shown in their order.
    func sheet(families: [(family: String, types: [ClauseType])]) -> Sheet {
        Sheet(record: json) { terminal in
            var page = Page(terminal: terminal)
            page.title(agreement.parties.joined(separator: ", "), "agreement \(agreement.id)")
            page.field("kind", agreement.kind.rawValue)
            page.field("status", Phrases.plain(agreement.status.rawValue))
            page.field("value", agreement.value.map(Phrases.money))
            page.field("announced", agreement.announced)
            page.field("effective", agreement.effective)
            page.field("expires", agreement.expires)
            page.section("Sources", sources)
            for (family, types) in families {
                page.section("Clauses: \(family)", clauses.filter { types.contains($0.type) }.listing.table)
            }
            return page.text
        }
    }

    /// What each source says, side by side.
    private var sources: Table {
        var table = Table(columns: [
            .init(title: "PUBLISHED", isFixed: true), .init(title: "SAYS", isFixed: true),
            .init(title: "VALUE", isNumber: true), .init(title: "ANNOUNCED", isFixed: true),
            .init(title: "EFFECTIVE", isFixed: true), .init(title: "EXPIRES", isFixed: true), .init(title: "SOURCE"),
        ])
        table.rows = reports.map {
            [
                [StyledText($0.published ?? "")], [Phrases.status($0.status)],
                [StyledText($0.value.map(Phrases.money) ?? "")], [StyledText($0.announced ?? "")],
                [StyledText($0.effective ?? "")], [StyledText($0.expires ?? "")],
                [StyledText($0.title), StyledText($0.source, .dim, source: $0.source)],
            ]
        }
        return table
    }
}

extension ClauseDetail {
    var sheet: Sheet {
        Sheet(record: json) { terminal in
            var page = Page(terminal: terminal)
            page.title(clause.type.rawValue, "clause \(clause.id)")
            page.field("status", clause.status.rawValue)
            page.field("parties", Phrases.roles(clause.obligors, clause.beneficiaries))
            page.field(
                "agreement",
                agreement.map {
                    "\($0.id): \($0.kind.rawValue) of \($0.parties.joined(separator: ", ")), \(Phrases.plain($0.status.rawValue))"
                })
            page.field("quote", clause.quote)
            if sentence != clause.quote { page.field("sentence", sentence) }
            page.field("amount", clause.amount.map(Phrases.money))
            page.field("percent", clause.percent.map { "\($0)" })
            page.field("said by", clause.speaker)
            page.field("confidence", "\((clause.confidence * 100).rounded() / 100)")
            page.field("article", clause.title)
            page.field("published", clause.published)
            page.field("source", "\(clause.source):\(clause.line)")
            return page.text
        }
    }
}

extension ArticleDetail {
    var sheet: Sheet {
        Sheet(record: json, html: { ArticlePage(detail: self).html }) { terminal in
            var page = Page(terminal: terminal)
            page.title(article.title, "article \(article.id)")
            page.field("source", article.source)
            page.field("published", article.published)
            page.field("publisher", article.publisher)
            page.field("ingested", article.ingested)
            page.field("companies", companies.joined(separator: ", "))
            if !article.current { page.field("note", "a later reading of this source has taken its place") }
            page.section("Agreements", agreements.listing.table)
            page.section("Text", MarkedText(body: body, clauses: clauses).rendered(for: terminal))
            return page.text
        }
    }
}
