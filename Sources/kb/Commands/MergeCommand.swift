import ArgumentParser
import Store

struct MergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Unite knowledge bases that were made apart.",
        discussion: """
            What the others hold is added to --db, which is made where it is missing; the others are only read. The \
            outcome is that of ingesting all their articles into one, with the corrections of all, in the order of \
            their times. Where one of the files is not a kb database of this version, nothing is changed.

            EXAMPLES
              kb merge colleague.db
              kb merge london.db oslo.db --db both.db
            """)

    @Argument(help: ArgumentHelp("The other knowledge bases.", valueName: "database"))
    var others: [String]

    @OptionGroup var database: ChangedDatabaseOptions
    @OptionGroup var color: ColorOptions

    func run() throws {
        // All of them are looked at before anything is changed.
        let sources = try others.map { try Store.open($0, mode: .read) }
        let store = try database.open(.create)
        defer { store.close() }
        let out = Output.standard()
        let terminal = color.standardOutput
        for (number, (path, source)) in zip(others, sources).enumerated() {
            let outcome = try merge(source, into: store, after: number)
            var parts = ["\(Phrases.count(outcome.added, "article")) added", "\(outcome.known) known"]
            if outcome.forgotten > 0 { parts.append("\(outcome.forgotten) forgotten") }
            if outcome.corrections > 0 { parts.append(Phrases.count(outcome.corrections, "correction")) }
            try out.line("merged  \(terminal.safe(path)): \(parts.joined(separator: ", "))")
            try out.flush()
        }
        if let conflicts = try uninterrupted({ try store.conflicts().count }), conflicts > 0 {
            try out.line("\(Phrases.count(conflicts, "conflict")) between sources: kb conflicts")
        }
        if let contradictions = try uninterrupted({ try store.contradictions().count }), contradictions > 0 {
            try out.line(Phrases.contradictions(contradictions))
        }
        try out.flush()
    }

    /// - Returns: nil where Ctrl-C came: what was merged is merged all the same.
    private func uninterrupted(_ count: () throws -> Int) throws -> Int? {
        do {
            return try count()
        } catch StoreError.interrupted {
            return nil
        }
    }

    /// - Parameter done: how many were merged before.
    private func merge(_ source: Store, into store: Store, after done: Int) throws -> MergeOutcome {
        do {
            return try store.merge(source)
        } catch {
            guard case .interrupted = error, done > 0 else { throw error }
            throw Failure(Interrupt.status, "interrupted after \(done) of \(others.count) merged")
        }
    }
}
