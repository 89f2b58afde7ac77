internal import Foundation
public import Model
internal import Reading

/// An article with its answer: `NAME.txt` and `NAME.json` of `data/training` or `data/evaluation`.
public struct AnnotatedArticle: Sendable {
    public var name: String
    public var article: Article
    /// The answer; quotes and names are looked up in the text.
    public var answer: Answer
    public var weight = Weight()

    /// How many times an article counts in learning: what `weights.tsv` of its folder says of its family.
    public struct Weight: Sendable {
        /// 0 for wires whose quotes are cut narrower than those of other wires.
        public var clauses = 1
        public var agreements = 1
    }

    public struct Answer: Decodable, Sendable {
        public var article: Header
        public var companies: [Company]
        public var agreements: [Agreement]
        public var clauses: [Clause]

        public struct Header: Decodable, Sendable {
            public var title: String
            public var published: String?
        }

        public struct Company: Decodable, Sendable {
            public var name: String
            public var aliases: [String]
            public var products: [String]
        }

        public struct Agreement: Decodable, Sendable {
            public var id: String
            public var kind: String
            public var parties: [String]
            public var status: String
        }

        public struct Clause: Decodable, Sendable {
            public var agreement: String?
            public var type: String
            public var status: String
            public var obligor: [String]
            public var beneficiary: [String]
            public var quote: String
        }
    }

    /// All annotated articles of a folder, by name.
    /// - Throws: where the folder or a file of it cannot be read, or an answer is not of the form.
    public static func all(in folder: String) throws -> [AnnotatedArticle] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
        let weights = try weights(in: folder)
        return try names.map { name in
            let base = URL(fileURLWithPath: folder).appendingPathComponent(name)
            let text = try Data(contentsOf: base.appendingPathExtension("txt"))
            let json = try Data(contentsOf: base.appendingPathExtension("json"))
            return AnnotatedArticle(
                name: name,
                article: try Reader().read([UInt8](text), source: "\(name).txt"),
                answer: try JSONDecoder().decode(Answer.self, from: json),
                weight: name.lastIndex(of: "-").flatMap { weights[String(name[..<$0])] } ?? Weight())
        }
    }

    /// Ordinary words that companies are called by: `namesakes.tsv` of the folder; none where there is no such table.
    /// - Throws: where the table cannot be read.
    public static func namesakes(in folder: String) throws -> [String] {
        try rows(of: "namesakes.tsv", in: folder).map { String($0) }
    }

    /// The rows of a table beside the articles, without its header; none where there is no such table.
    private static func rows(of table: String, in folder: String) throws -> [Substring] {
        let file = URL(fileURLWithPath: folder).appendingPathComponent(table)
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return Array(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst())
    }

    /// The weight of each family of articles, by the part of their names before the number; `Weight()` where it is not
    /// listed.
    private static func weights(in folder: String) throws -> [String: Weight] {
        try rows(of: "weights.tsv", in: folder).reduce(into: [:]) { weights, row in
            let fields = row.split(separator: "\t")
            guard fields.count == 3, let clauses = Int(fields[1]), let agreements = Int(fields[2]) else { return }
            weights[String(fields[0])] = Weight(clauses: clauses, agreements: agreements)
        }
    }
}
