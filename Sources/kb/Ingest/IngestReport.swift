import ArgumentParser
import Glibc
import Model
import Reading
import Store

/// Tells the user what became of each input, and at the end how many of which.
final class IngestReport {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case lines, jsonl
    }

    private let format: Format
    private let out = Output.standard()
    private let messages = Output(STDERR_FILENO)
    private let terminal: Terminal
    private let errorTerminal: Terminal
    private let progress: ProgressBar
    private let total: Int
    private var counts: [String: Int] = [:]
    private var done = 0
    /// Articles that another version of the extractor has read.
    private var due = 0
    /// Known texts that came under another name, and the first of them.
    private var renamed = (count: 0, example: "")
    private var status = ExitStatus.done

    init(format: Format, total: Int, color: ColorOptions) {
        self.format = format
        self.total = total
        terminal = color.standardOutput
        errorTerminal = color.standardError
        progress = ProgressBar(total: total, out: messages, terminal: errorTerminal)
    }

    func note(_ text: String) throws {
        try messages.line("kb: \(errorTerminal.safe(text))")
        try messages.flush()
    }

    /// Prints what became of a batch that has been committed.
    func add(_ batch: [IngestPipeline.Done]) throws {
        try progress.clear()
        for item in batch {
            done += 1
            counts[item.word, default: 0] += 1
            if item.outcome?.reextractionDue == true { due += 1 }
            if let other = item.outcome?.otherSource {
                if renamed.count == 0 { renamed.example = "\(item.prepared.source) as \(other)" }
                renamed.count += 1
            }
            if case .failure(let error) = item.prepared.result, status == .done { status = error.status }
            if item.prepared.encoding == .windows1252 {
                try note("\(item.prepared.source): not UTF-8, read as \(item.prepared.encoding.rawValue)")
            }
            switch format {
            case .lines: try out.line(line(item))
            case .jsonl: try out.line(record(item).text())
            }
        }
        try out.flush()
        try progress.show(done)
    }

    /// Prints the summary.
    /// - Returns: the exit status: that of the first input that failed.
    func finish(interrupted: Bool) throws -> ExitStatus {
        try progress.clear()
        try note(interrupted ? "interrupted after \(done) of \(total): \(sum)" : sum)
        if renamed.count > 0 {
            try note("\(Phrases.count(renamed.count, "text")) stored before under another name: \(renamed.example)")
        }
        if due > 0 {
            try note(
                "\(Phrases.count(due, "article")) read by another version of the extractor: "
                    + "kb reextract shows what would change, kb reextract --apply changes it")
        }
        return interrupted ? Interrupt.status : status
    }

    /// Prints the summary where the database takes no more.
    func stopped() throws {
        try progress.clear()
        try note("stopped after \(done) of \(total): \(sum)")
    }

    private var sum: String {
        let parts = ["added", "updated", "unchanged", "failed"].compactMap { word in
            counts[word].map { "\($0) \(word)" }
        }
        return parts.isEmpty ? (total == 0 ? "nothing to ingest" : "nothing done") : parts.joined(separator: ", ")
    }

    private func line(_ item: IngestPipeline.Done) -> String {
        let word = item.word.padding(to: 9)
        let path = terminal.safe(item.prepared.source)
        switch item.prepared.result {
        case .success: return "\(terminal.paint(word, item.word == "unchanged" ? .dim : .good))  \(path)"
        case .failure(let error): return "\(terminal.paint(word, .bad))  \(error.reason): \(path)"
        }
    }

    private func record(_ item: IngestPipeline.Done) -> JSON {
        let source = item.prepared.source
        switch item.prepared.result {
        case .failure(let error):
            return [
                "outcome": "failed", "source": .string(source), "article": .null, "reason": .string(error.reason),
            ]
        case .success(let entry):
            let heading = item.outcome?.heading ?? Heading(entry.article)
            return [
                "outcome": .string(item.word), "source": .string(source),
                "article": .int((item.outcome?.article).map(Int.init)), "title": .string(heading.title),
                "published": .string(heading.published), "encoding": .string(item.prepared.encoding.rawValue),
                "companies": .int(entry.isExtracted ? entry.extraction.companies.count : nil),
                "agreements": .int(entry.isExtracted ? entry.extraction.agreements.count : nil),
                "clauses": .int(entry.isExtracted ? entry.extraction.clauses.count : nil),
            ]
        }
    }
}

extension IngestPipeline.Done {
    /// `added`, `unchanged`, `updated` or `failed`.
    var word: String { outcome?.change.rawValue ?? "failed" }
}

extension String {
    func padding(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - DisplayWidth.of(self)))
    }
}
