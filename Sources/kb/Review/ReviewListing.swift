import Model

extension ReviewItem {
    /// `clause`, `agreement` or `companies`.
    private var name: String {
        switch question {
        case .clause: "clause"
        case .agreement: "agreement"
        case .companies: "companies"
        }
    }

    /// What is asked, in words.
    fileprivate var text: StyledText {
        switch question {
        case .clause(let clause):
            StyledText(clause.type.rawValue, .bold) + StyledText(", ") + Phrases.status(clause.status)
                + StyledText(" ") + Phrases.roles(clause.obligors, clause.beneficiaries)
        case .agreement(let agreement):
            StyledText(agreement.kind.rawValue, .bold) + StyledText(", ") + Phrases.status(agreement.status)
                + StyledText(" ") + StyledText(Phrases.parties(agreement.parties), .name)
        case .companies(let one, let other):
            Phrases.names([one.name]) + StyledText(" and ") + Phrases.names([other.name])
        }
    }

    private var ids: [Int64] {
        switch question {
        case .clause(let clause): [clause.id]
        case .agreement(let agreement): [agreement.id]
        case .companies(let one, let other): [one.id, other.id]
        }
    }

    private var subject: JSON {
        switch question {
        case .clause(let clause): ["clause": .int(Int(clause.id))]
        case .agreement(let agreement): ["agreement": .int(Int(agreement.id))]
        case .companies(let one, let other): ["company": .string(other.name), "other": .string(one.name)]
        }
    }

    /// The correction that answers yes or no, as a line that `kb import` reads.
    private func correction(_ yes: Bool) -> JSON {
        switch question {
        case .clause: ["action": .string(yes ? "clause-accept" : "clause-reject"), "subject": subject]
        case .agreement: ["action": .string(yes ? "agreement-accept" : "agreement-reject"), "subject": subject]
        case .companies(let one, let other):
            [
                "action": .string(yes ? "company-merge" : "company-distinct"),
                "subject": ["company": .string(other.name)], "after": .string(one.name),
            ]
        }
    }

    var json: JSON {
        [
            "question": .string(name), "ids": .array(ids.map { .int(Int($0)) }), "text": .string(text.plain),
            "reason": .string(reason), "confidence": .share(confidence), "quote": .string(passage?.quote),
            "passage": .string(passage.map { $0.before + $0.quote + $0.after }), "article": .string(passage?.source),
            "line": .int(passage?.line), "accept": .written(correction(true).text()),
            "reject": .written(correction(false).text()),
        ]
    }

    /// The question as it is put to a person.
    func page(for terminal: Terminal) -> String {
        var question =
            switch question {
            case .clause(let clause): StyledText("Clause \(clause.id)", .heading)
            case .agreement(let agreement): StyledText("Agreement \(agreement.id)", .heading)
            case .companies(let one, let other): StyledText("One company? \(one.id) and \(other.id)", .heading)
            }
        question = question + StyledText("  ") + text
        var lines = [question]
        lines.append(StyledText("\(reason), confidence \(JSON.share(confidence).text())", .dim))
        if let passage {
            lines.append("")
            let paragraph =
                StyledText(Self.flat(passage.before)) + StyledText(Self.flat(passage.quote), .hit)
                + StyledText(Self.flat(passage.after))
            lines += terminal.width.map { paragraph.wrapped(to: $0) } ?? [paragraph]
            lines.append(SourceLink.text(passage.source, line: passage.line))
        }
        return lines.map { $0.rendered(for: terminal) + "\n" }.joined() + "\n"
    }

    /// Lines that a paragraph was broken into, as one.
    private static func flat(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
    }
}

extension [ReviewItem] {
    var listing: Listing {
        var table = Table(columns: [
            .init(title: "SURE", isNumber: true), .init(title: "QUESTION", isFixed: true), .init(title: "ABOUT"),
            .init(title: "QUOTE"),
        ])
        table.rows = map { item in
            [
                [StyledText(JSON.share(item.confidence).text())], [StyledText(item.heading, .dim)],
                [item.text, StyledText(item.reason, .dim)],
                [StyledText(item.passage?.quote ?? "")],
            ]
        }
        let empty: JSON = [
            "question": "", "ids": .null, "text": "", "reason": "", "confidence": .null, "quote": .null,
            "passage": .null, "article": .null, "line": .null, "accept": .null, "reject": .null,
        ]
        return Listing(records: map(\.json), table: table, keys: Delimited.header(empty))
    }
}

extension ReviewItem {
    fileprivate var heading: String { name + " " + ids.map { "\($0)" }.joined(separator: ", ") }
}
