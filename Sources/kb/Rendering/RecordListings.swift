import Model

// The lists of records, laid out.

extension [CompanyRecord] {
    var listing: Listing {
        var table = Table(columns: [
            .init(title: "ID", isNumber: true), .init(title: "COMPANY", least: 18),
            .init(title: "OTHER NAMES", least: 16), .init(title: "PRODUCTS"),
            .init(title: "AGREEMENTS", isNumber: true),
            .init(title: "ARTICLES", isNumber: true, isOptional: true),
        ])
        table.rows = map {
            [
                [StyledText("\($0.id)", .dim)], [StyledText($0.name, .name)],
                [StyledText(Phrases.list($0.aliases))],
                [StyledText(Phrases.list($0.products))], [StyledText("\($0.agreements)")],
                [StyledText("\($0.articles)")],
            ]
        }
        return Listing(records: map(\.json), table: table, keys: RecordKeys.company)
    }
}

extension [AgreementRecord] {
    var listing: Listing {
        var table = Table(columns: [
            .init(title: "ID", isNumber: true), .init(title: "PARTIES", least: 18), .init(title: "KIND", isFixed: true),
            .init(title: "STATUS", isFixed: true), .init(title: "REPORTED", isFixed: true, isOptional: true),
            .init(title: "VALUE", isNumber: true), .init(title: "EXPIRES", isFixed: true, isOptional: true),
            .init(title: "CLAUSES", isNumber: true, isOptional: true),
            .init(title: "ARTICLES", isNumber: true, isOptional: true),
        ])
        table.rows = map {
            [
                [StyledText("\($0.id)", .dim)], [StyledText(Phrases.parties($0.parties), .name)],
                [StyledText($0.kind.rawValue)],
                [Phrases.status($0.status)], [StyledText($0.reported ?? "")],
                [StyledText($0.value.map(Phrases.money) ?? "")], [StyledText($0.expires ?? "")],
                [StyledText("\($0.clauses)")], [StyledText("\($0.articles)")],
            ]
        }
        return Listing(records: map(\.json), table: table, keys: RecordKeys.agreement)
    }
}

extension [ClauseRecord] {
    var listing: Listing {
        var table = Table(columns: [
            .init(title: "ID", isNumber: true), .init(title: "CLAUSE", least: 18), .init(title: "PARTIES"),
            .init(title: "QUOTE", least: 24, weight: 2),
        ])
        table.isSpaced = true
        table.rows = map {
            [
                [StyledText("\($0.id)", .dim)], [StyledText($0.type.rawValue, .bold), Phrases.status($0.status)],
                [Phrases.roles($0.obligors, $0.beneficiaries)],
                [StyledText($0.quote), SourceLink.text($0.source, line: $0.line)],
            ]
        }
        return Listing(records: map(\.json), table: table, keys: RecordKeys.clause, markdown: markdown)
    }

    /// Quotes with numbered sources, to paste into a memo.
    private var markdown: String {
        var quotes = MarkdownQuotes()
        let items = map { quotes.item($0) }.joined()
        return items + quotes.sourceList
    }
}

extension [ArticleRecord] {
    var listing: Listing {
        var table = Table(columns: [
            .init(title: "ID", isNumber: true), .init(title: "PUBLISHED", isFixed: true), .init(title: "TITLE"),
            .init(title: "SOURCE"), .init(title: "AGREEMENTS", isNumber: true, isOptional: true),
            .init(title: "CLAUSES", isNumber: true, isOptional: true),
        ])
        table.rows = map {
            [
                [StyledText("\($0.id)", .dim)], [StyledText($0.published ?? "")], [StyledText($0.title)],
                [SourceLink.text($0.source, line: nil)], [StyledText("\($0.agreements)")],
                [StyledText("\($0.clauses)")],
            ]
        }
        return Listing(records: map(\.json), table: table, keys: RecordKeys.article)
    }
}
