import Model

extension [Conflict] {
    var listing: Listing {
        var table = Table(columns: [
            .init(title: "AGREEMENT"), .init(title: "ABOUT", isFixed: true), .init(title: "ONE SOURCE"),
            .init(title: "ANOTHER"),
        ])
        table.isSpaced = true
        table.rows = map { conflict in
            [
                [
                    StyledText(Phrases.parties(conflict.parties), .name),
                    StyledText("\(conflict.kind.rawValue) \(conflict.agreement)", .dim),
                ],
                [StyledText(conflict.field, .bold)], conflict.one.cell, conflict.other.cell,
            ]
        }
        return Listing(records: map(\.json), table: table, keys: RecordKeys.conflict)
    }
}

extension Conflict {
    var json: JSON {
        .object(
            [
                .init(key: "agreement", value: .int(Int(agreement))), .init(key: "kind", value: .string(kind.rawValue)),
                .init(key: "parties", value: .strings(parties)), .init(key: "field", value: .string(field)),
            ] + one.members("") + other.members("other_"))
    }
}

extension Conflict.Side {
    fileprivate var cell: [StyledText] {
        [
            StyledText(says, .bold), StyledText(quote),
            StyledText([published, title].compactMap { $0 }.joined(separator: " "), .dim),
            SourceLink.text(source, line: line),
        ]
    }

    fileprivate func members(_ prefix: String) -> [JSON.Member] {
        [
            .init(key: prefix + "says", value: .string(says)),
            .init(key: prefix + "quote", value: .string(quote)),
            .init(key: prefix + "article", value: .string(source)),
            .init(key: prefix + "title", value: .string(title)),
            .init(key: prefix + "published", value: .string(published)),
            .init(key: prefix + "line", value: .int(line)),
        ]
    }
}
