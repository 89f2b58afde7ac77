import Model

extension [Contradiction] {
    var listing: Listing {
        var table = Table(columns: [
            .init(title: "ABOUT"), .init(title: "EARLIER"), .init(title: "LATER, WHICH HOLDS"),
        ])
        table.isSpaced = true
        table.rows = map { [[StyledText($0.later.about, .name)], $0.earlier.cell, $0.later.cell] }
        return Listing(records: map(\.json), table: table, keys: Contradiction.keys)
    }
}

extension Contradiction {
    var json: JSON {
        .object(
            [.init(key: "about", value: .string(later.about))] + earlier.members("earlier") + later.members("later"))
    }

    static let keys: [String] = {
        let nothing = CorrectionRecord(id: 0, made: "", action: "", about: "", was: "", now: "", subject: "{}")
        return Delimited.header(Contradiction(earlier: nothing, later: nothing).json)
    }()
}

extension CorrectionRecord {
    fileprivate var cell: [StyledText] {
        [StyledText(change.isEmpty ? action : (field.map { "\($0): " } ?? "") + change, .bold)]
            + (reason.map { [StyledText($0)] } ?? [])
            + [StyledText("correction \(id), \(action) of \(made.prefix(10))", .dim)]
    }

    fileprivate func members(_ side: String) -> [JSON.Member] {
        [
            .init(key: side, value: .int(Int(id))), .init(key: side + "_action", value: .string(action)),
            .init(key: side + "_field", value: .string(field)),
            .init(key: side + "_says", value: after.map { .written($0) } ?? .null),
            .init(key: side + "_made", value: .string(made)), .init(key: side + "_reason", value: .string(reason)),
        ]
    }
}
