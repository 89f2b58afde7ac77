import Model

extension CorrectionRecord {
    var json: JSON {
        [
            "id": .int(Int(id)), "made": .string(made), "action": .string(action), "about": .string(about),
            "field": .string(field), "before": before.map { .written($0) } ?? .null,
            "after": after.map { .written($0) } ?? .null, "reason": .string(reason), "undone": .string(undone),
            "undone_reason": .string(undoneReason), "subject": .written(subject), "state": .string(state.rawValue),
        ]
    }

    static let keys = Delimited.header(
        CorrectionRecord(id: 0, made: "", action: "", about: "", was: "", now: "", subject: "{}").json)
}

extension [CorrectionRecord] {
    var listing: Listing {
        var table = Table(columns: [
            .init(title: "ID", isNumber: true), .init(title: "MADE", isFixed: true),
            .init(title: "WHAT", isFixed: true), .init(title: "ABOUT"), .init(title: "CHANGE"), .init(title: "REASON"),
        ])
        table.rows = map { correction in
            let isUndone = correction.undone != nil
            return [
                [StyledText("\(correction.id)", .dim)], [StyledText(correction.made.prefix(19) + "Z")],
                [StyledText(correction.action, isUndone ? .dim : .bold)]
                    + (isUndone ? [StyledText("taken back", .warning)] : [])
                    + (correction.state == .notFound ? [StyledText("not found", .warning)] : []),
                [StyledText(correction.about, isUndone ? .dim : .plain)],
                [StyledText((correction.field.map { "\($0): " } ?? "") + correction.change)],
                [StyledText([correction.reason, correction.undoneReason].compactMap { $0 }.joined(separator: "; "))],
            ]
        }
        return Listing(records: map(\.json), table: table, keys: CorrectionRecord.keys)
    }
}
