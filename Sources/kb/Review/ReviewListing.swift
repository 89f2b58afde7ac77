import Model

extension ReviewItem {
    /// `clause`, `agreement`, `companies`, `conflict` or `short-name`.
    private var name: String {
        switch question {
        case .clause: "clause"
        case .agreement: "agreement"
        case .companies: "companies"
        case .conflict: "conflict"
        case .shortName: "short-name"
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
        case .conflict(let conflict):
            StyledText(conflict.field, .bold) + StyledText(": \(conflict.other.says) or \(conflict.one.says)? ")
                + StyledText(conflict.kind.rawValue + " ") + Phrases.names(conflict.parties)
        case .shortName(let shared):
            Phrases.names([shared.name]) + StyledText(" in \(shared.source)")
        }
    }

    private var ids: [Int64] {
        switch question {
        case .clause(let clause): [clause.id]
        case .agreement(let agreement): [agreement.id]
        case .companies(let one, let other): [one.id, other.id]
        case .conflict(let conflict):
            [conflict.other.clause, conflict.one.clause].compactMap { $0 }.nonEmpty ?? [conflict.agreement]
        case .shortName(let shared): shared.candidates.map(\.id)
        }
    }

    /// What answers it, by names that hold in another base too.
    private func line(_ edit: Edit) -> JSON {
        switch question {
        case .clause, .agreement, .conflict: edit.json()
        case .companies(let one, let other): edit.json(companies: ["\(one.id)": one.name, "\(other.id)": other.name])
        case .shortName(let shared):
            edit.json(
                companies: ["\(shared.company)": shared.name], articles: ["\(shared.article)": shared.source])
        }
    }

    var json: JSON {
        [
            "question": .string(name), "ids": .array(ids.map { .int(Int($0)) }), "text": .string(text.plain),
            "reason": .string(reason), "confidence": .share(confidence), "choices": .strings(choices),
            "quote": .string(passage?.quote), "passage": .string(passage?.text), "article": .string(passage?.source),
            "line": .int(passage?.line), "other_quote": .string(otherPassage?.quote),
            "other_passage": .string(otherPassage?.text), "other_article": .string(otherPassage?.source),
            "other_line": .int(otherPassage?.line), "accept": line(accepting), "reject": rejecting.map(line) ?? .null,
        ]
    }

    /// The question as it is put to a person.
    func page(for terminal: Terminal) -> String {
        var question =
            switch question {
            case .clause(let clause): StyledText("Clause \(clause.id)", .heading)
            case .agreement(let agreement): StyledText("Agreement \(agreement.id)", .heading)
            case .companies(let one, let other): StyledText("One company? \(one.id) and \(other.id)", .heading)
            case .conflict(let conflict): StyledText("Conflict in agreement \(conflict.agreement)", .heading)
            case .shortName: StyledText("Who is it?", .heading)
            }
        question = question + StyledText("  ") + text
        var lines = [question]
        lines.append(StyledText("\(reason), confidence \(JSON.share(confidence).text())", .dim))
        for (choice, answer) in zip(choices, ["accept", "reject"]) {
            let isAnswer = answer == "accept" || rejecting != nil
            lines.append(StyledText("[\(isAnswer ? answer : "or")] ", .dim) + StyledText(choice, .bold))
        }
        for passage in [passage, otherPassage].compactMap({ $0 }) {
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
            "question": "", "ids": .null, "text": "", "reason": "", "confidence": .null, "choices": .null,
            "quote": .null, "passage": .null, "article": .null, "line": .null, "other_quote": .null,
            "other_passage": .null, "other_article": .null, "other_line": .null, "accept": .null, "reject": .null,
        ]
        return Listing(records: map(\.json), table: table, keys: Delimited.header(empty))
    }
}

extension ReviewItem {
    fileprivate var heading: String { name + " " + ids.map { "\($0)" }.joined(separator: ", ") }
}

extension Passage {
    fileprivate var text: String { before + quote + after }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
