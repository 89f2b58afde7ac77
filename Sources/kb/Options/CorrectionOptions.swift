import ArgumentParser
import Model
import Store

/// What all commands that put something right have in common.
struct CorrectionOptions: ParsableArguments {
    @Option(help: "Why, for the record.")
    var reason: String?

    @OptionGroup var database: ChangedDatabaseOptions
    @OptionGroup var color: ColorOptions

    /// Makes the corrections, all of them or none, and says what was done.
    func make(_ edits: [Edit]) throws {
        try change { try $0.correct(edits, reason: reason) }
    }

    /// Opens the knowledge base, lets `body` correct it, and prints the corrections that it gives back.
    func change(_ body: (Store) throws -> [CorrectionRecord]) throws {
        let store = try database.open()
        defer { store.close() }
        let made = try body(store)
        let out = Output.standard()
        for correction in made { try out.line(color.standardOutput.safe(correction.sentence)) }
        try out.flush()
    }
}

extension CorrectionRecord {
    /// `correction 7: clause-set status of payment in a.txt: …: stated → ended`.
    var sentence: String {
        let taken = undone == nil ? "" : " taken back"
        let said = [(field.map { "\($0) of " } ?? "") + about, change].filter { !$0.isEmpty }.joined(separator: ": ")
        return "correction \(id)\(taken): \(action) \(said)".split(separator: "\n").joined(separator: " ")
    }

    /// `stated → ended`.
    var change: String {
        was.isEmpty || now.isEmpty ? was + now : "\(was) → \(now)"
    }
}
