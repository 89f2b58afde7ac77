internal import ArgumentParser
internal import Foundation
internal import Learning

/// `kb-bench corpus`: writes made-up articles, the same ones every time.
struct CorpusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corpus", abstract: "Write articles made by recombining the annotated ones.")

    @Argument(help: "The folder to write to; it must not exist.")
    var folder: String

    @Option(help: "How many articles, about 0.95 kB each.")
    var articles = 19_000

    @Option(help: "Write them as this many long files instead.")
    var longFiles: Int?

    @Option(help: "The number of the first article: other articles for other numbers.")
    var first = 0

    @Option(help: "The annotated articles to recombine.")
    var training = "data/training"

    @Option(help: "Of a hundred articles, how many tell of deals (default: as many as the annotated ones).")
    var deals: Int?

    /// Files of a folder, so that no folder grows large.
    private static let filesAFolder = 1000

    func run() throws {
        let recombiner = Recombiner(try AnnotatedArticle.all(in: training), dealShare: deals)
        if let longFiles {
            try writeLong(recombiner, files: longFiles)
        } else {
            try writeShort(recombiner)
        }
    }

    private func writeShort(_ recombiner: Recombiner) throws {
        for number in 0..<articles {
            let part = URL(fileURLWithPath: folder).appendingPathComponent(
                "part-\(padded(number / Self.filesAFolder, 3))")
            if number % Self.filesAFolder == 0 {
                try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
            }
            let file = part.appendingPathComponent("article-\(padded(number, 6)).txt")
            try Data(recombiner.article(first + number)).write(to: file)
        }
    }

    private func writeLong(_ recombiner: Recombiner, files: Int) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in 0..<files {
            var text: [UInt8] = []
            for number in 0..<articles / files {
                text += recombiner.article(first + file * (articles / files) + number)
            }
            try Data(text).write(to: URL(fileURLWithPath: folder).appendingPathComponent("long-\(padded(file, 3)).txt"))
        }
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
