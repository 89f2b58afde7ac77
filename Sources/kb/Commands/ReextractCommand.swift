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
            Without --apply nothing is changed, and what would change is shown: + what is new, - what is gone.

            EXAMPLES
              kb reextract
              kb reextract --apply
            """)

    @Flag(help: "Put what is read now in the place of what was read before.")
    var apply = false

    @Flag(help: "All articles, also those that this version of the extractor has read.")
    var all = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var color: ColorOptions

    /// So many articles a transaction.
    private static let batch = 256

    func run() throws {
        let store = try Store.open(database.path, mode: .write)
        defer { store.close() }
        let due = try store.articlesDue(for: all ? "" : Extractor.version)
        let out = Output.standard()
        var changed = 0
        for start in stride(from: 0, to: due.count, by: Self.batch) {
            let entries = try due[start..<min(start + Self.batch, due.count)].map { ($0, try entry($0, in: store)) }
            let changes = try store.reextract(entries, applying: apply)
            changed += changes.count
            for change in changes { try print(change, to: out) }
        }
        try out.flush()
        let errors = Output(STDERR_FILENO)
        let verb = apply ? "changed" : "would change"
        try errors.line("kb: \(Phrases.count(due.count, "article")) read again, \(changed) \(verb)")
        try errors.flush()
    }

    /// What the present extractor reads out of a stored article; its title and date stay as they were filed.
    private func entry(_ id: Int64, in store: Store) throws -> Entry {
        let stored = try store.storedArticle(id)
        var article = try Reader().read(stored.text, source: stored.source)
        article.title = stored.title
        article.published = stored.published
        article.publisher = stored.publisher
        return Entry(
            article: article, extraction: Extractor().extract(article), sha256: [], extractor: Extractor.version)
    }

    private func print(_ change: Reextraction, to out: Output) throws {
        let terminal = color.standardOutput
        try out.line(terminal.safe(change.source))
        for fact in change.gone { try out.line("  - \(terminal.safe(fact))") }
        for fact in change.added { try out.line("  + \(terminal.safe(fact))") }
    }
}
