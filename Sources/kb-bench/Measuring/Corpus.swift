internal import Foundation

/// A folder of articles to measure with.
struct Corpus {
    var folder: String
    /// A file with the paths of all articles, one a line, in the order in which kb takes them.
    var list: String
    /// Bytes of all articles.
    var size: Double

    /// The articles (`.txt`) in `folder` and below.
    init(folder: String, list: String) throws {
        self.folder = folder
        self.list = list
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let paths = names.filter { $0.hasSuffix(".txt") }.sorted().map { "\(folder)/\($0)" }
        guard !paths.isEmpty else { throw Child.Failure(description: "no .txt files in \(folder)") }
        try Data(paths.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: list))
        size = try paths.reduce(0) { try $0 + Corpus.size(of: $1) }
    }

    /// Bytes of a file.
    static func size(of path: String) throws -> Double {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? NSNumber)?.doubleValue ?? 0
    }
}
