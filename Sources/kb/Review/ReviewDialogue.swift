import Model
import Store

/// Asks one question after the other, and makes each answer a correction.
struct ReviewDialogue {
    let store: Store
    let terminal: Terminal
    private let out = Output.standard()
    private let input = AnswerInput()

    init(store: Store, terminal: Terminal) {
        self.store = store
        self.terminal = terminal
    }

    private enum Answer { case done, skipped, quit }

    /// - Returns: how many questions were answered.
    func ask(_ items: [ReviewItem]) throws -> Int {
        var answered = 0
        defer { try? out.flush() }
        for (number, item) in items.enumerated() {
            // An answer before may have settled it: a clause of an agreement that is rejected, a company merged.
            guard try store.isOpen(item) else { continue }
            try out.write("\n\(number + 1)/\(items.count)  " + item.page(for: terminal))
            switch try ask(item) {
            case .done: answered += 1
            case .skipped: continue
            case .quit: return answered
            }
        }
        return answered
    }

    private func ask(_ item: ReviewItem) throws -> Answer {
        while true {
            switch try read("[a]ccept, [c]orrect, [r]eject, [s]kip, [q]uit: ")?.lowercased() {
            case "a", "accept": if try make(item.accepting) { return .done }
            case "r", "reject":
                if let edit = item.rejecting {
                    if try make(edit) { return .done }
                } else {
                    try out.line("That leaves several. Answer with c, and say which.")
                }
            case "c", "correct": if try correct(item) { return .done }
            case "s", "skip", "": return .skipped
            case nil, "q", "quit": return .quit
            default: try out.line("Answer with a, c, r, s or q.")
            }
        }
    }

    /// Asks what is to be said instead.
    private func correct(_ item: ReviewItem) throws -> Bool {
        switch item.question {
        case .companies(let one, _):
            guard let name = try read("What is the company of both called? "), !name.isEmpty else { return false }
            return try make(item.accepting, .renameCompany("\(one.id)", to: name))
        case .clause(let clause):
            guard let (field, value) = try readField(ClauseField.self) else { return false }
            return try make(.setClause(clause.id, field: field, to: value))
        case .agreement(let agreement):
            guard let (field, value) = try readField(AgreementField.self) else { return false }
            return try make(.setAgreement("\(agreement.id)", field: field, to: value))
        case .conflict(let conflict):
            let field = (conflict.agreementField?.rawValue ?? conflict.clauseField?.rawValue).map { ": \($0)" } ?? ""
            guard let text = try read("What is right\(field) (none for nothing)? "), !text.isEmpty else { return false }
            return try make { () throws(StoreError) in try store.settle(conflict, as: FieldValue([text])) }
        case .shortName(let shared):
            guard let name = try read("Which company is it? "), !name.isEmpty else { return false }
            return try make(shared.means(name))
        }
    }

    private func readField<Field>(_ type: Field.Type) throws -> (Field, FieldValue)?
    where Field: RawRepresentable & CaseIterable, Field.RawValue == String {
        let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
        guard let name = try read("Which field (\(known))? "), !name.isEmpty else { return nil }
        guard let field = Field(rawValue: name) else {
            try out.line("There is no field '\(terminal.safe(name))'.")
            return nil
        }
        guard let text = try read("Its value (several names: between semicolons; none for nothing): ") else {
            return nil
        }
        return (field, FieldValue(text.split(separator: ";").map { $0.trimmed }))
    }

    /// Makes the corrections, or says why they cannot be made.
    private func make(_ edits: Edit...) throws -> Bool {
        try make { () throws(StoreError) in try store.correct(edits) }
    }

    private func make(_ correct: () throws(StoreError) -> [CorrectionRecord]) throws -> Bool {
        let made: [CorrectionRecord]
        do {
            made = try correct()
        } catch {
            let failure = Failure(error)
            guard [.usage, .notFound].contains(failure.status) else { throw error }
            try out.line(terminal.safe(failure.message + (failure.hint.map { ". " + $0 } ?? "")))
            return false
        }
        for correction in made { try out.line(terminal.safe(correction.sentence)) }
        return true
    }

    /// A line of standard input; nil at its end.
    private func read(_ prompt: String) throws -> String? {
        try out.write(prompt)
        try out.flush()
        let line = input.line()
        // What is typed on a terminal ends the line there; what comes from elsewhere does not.
        if line == nil || !terminal.isTerminal { try out.line() }
        return line.map { $0[...].trimmed }
    }
}

extension Substring {
    /// Without spaces around it.
    fileprivate var trimmed: String {
        var rest = drop { $0.isWhitespace }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
