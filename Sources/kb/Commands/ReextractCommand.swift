import ArgumentParser
import Extraction
import Glibc
import Model
import Reading
import Store

struct ReextractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reextract",
        abstract: "Read the stored articles again with the present extractor.",
        discussion: """
            Without --apply nothing is changed, and what would change is shown: + what is new, - what is gone, ~ what \
            says something else. What people put right stays so.

            EXAMPLES
              kb reextract --diff
              kb reextract --apply
            """)

    @Flag(help: "Show every fact that changes; without --apply they are shown anyway.")
    var diff = false

    @Flag(help: "Put what is read now in the place of what was read before.")
    var apply = false

    @Flag(help: "All articles, also those that this version of the extractor has read.")
    var all = false

    @OptionGroup var database: ChangedDatabaseOptions
    @OptionGroup var color: ColorOptions

    /// So many articles a transaction.
    private static let batch = 256

    func run() throws {
        Interrupt.listen()
        let store = try database.open()
        defer { store.close() }
        let due = try store.articlesDue(for: all ? "" : Extractor.version)
        let out = Output.standard()
        try store.run(while: Interrupt.patience())
        var (done, changed) = (0, 0)
        while done < due.count, !Interrupt.isRequested {
            var entries: [(article: Int64, entry: Entry)] = []
            for id in due[done..<min(done + Self.batch, due.count)] where !Interrupt.isRequested {
                guard let entry = try entry(id, in: store) else { break }
                entries.append((id, entry))
            }
            guard let changes = try changes(entries, in: store) else { break }
            done += entries.count
            changed += changes.count
            if diff || !apply { for change in changes { try print(change, to: out) } }
            try out.flush()
        }
        try summarize(done, of: due.count, changed)
    }

    private func summarize(_ done: Int, of total: Int, _ changed: Int) throws {
        let errors = Output(STDERR_FILENO)
        let verb = apply ? "changed" : "would change"
        let all = Phrases.count(total, "article")
        let read = done < total ? "interrupted after \(done) of \(all)" : "\(all) read again"
        try errors.line("kb: \(read), \(changed) \(verb)")
        try errors.flush()
        if done < total { throw Failure.silent(Interrupt.status) }
    }

    /// - Returns: nil where Ctrl-C came and they would take long; then nothing of them is changed.
    private func changes(_ entries: [(article: Int64, entry: Entry)], in store: Store) throws -> [Reextraction]? {
        do {
            return try store.reextract(entries, applying: apply)
        } catch StoreError.interrupted { return nil }
    }

    /// What the present extractor reads out of a stored article; its title and date stay as they were filed.
    /// - Returns: nil where Ctrl-C came meanwhile.
    private func entry(_ id: Int64, in store: Store) throws -> Entry? {
        let stored = try store.storedArticle(id)
        var article = try Reader().read(stored.text, source: stored.source)
        article.title = stored.title
        article.published = stored.published
        article.publisher = stored.publisher
        let extraction = Extractor().extract(article, while: { !Interrupt.isRequested })
        if Interrupt.isRequested { return nil }
        return Entry(article: article, extraction: extraction, sha256: [], extractor: Extractor.version)
    }

    private func print(_ change: Reextraction, to out: Output) throws {
        let terminal = color.standardOutput
        try out.line(terminal.safe(change.source))
        for fact in change.gone { try out.line("  - \(terminal.safe(fact))") }
        for fact in change.added { try out.line("  + \(terminal.safe(fact))") }
        for fact in change.changed {
            try out.line("  ~ \(terminal.safe(fact.was))")
            try out.line("    \(terminal.safe(fact.now))")
        }
    }
}
