internal import Extraction
internal import Foundation
internal import Model

/// Companies and clauses that models found which had not seen the articles: what `kb-train names` and
/// `kb-train clauses` write with `--out-of-fold`.
struct FoundInputs {
    private struct Names: Decodable {
        struct Company: Decodable {
            var name: String
            var aliases: [String]
            var products: [String]
            var confidence: Double
            var mentions: [[Int]]
        }
        var companies: [Company]
    }

    private let names: String
    private var clauses: [String: [Extraction.Clause]] = [:]

    /// - Parameters:
    ///   - names: a folder with a file an article.
    ///   - clauses: a table.
    init(names: String, clauses: String) throws {
        self.names = names
        for line in try String(contentsOfFile: clauses, encoding: .utf8).split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t")
            guard fields.count == 5, let start = Int(fields[1]), let end = Int(fields[2]),
                let probability = Double(fields[4])
            else { continue }
            self.clauses[String(fields[0]), default: []].append(
                Extraction.Clause(
                    type: ClauseType(rawValue: String(fields[3])), quote: TextRange(start, end), confidence: probability
                ))
        }
    }

    /// Nil where there is no file for the article.
    func companies(of article: String) throws -> [Extraction.Company]? {
        guard let data = FileManager.default.contents(atPath: "\(names)/\(article).json") else { return nil }
        return try JSONDecoder().decode(Names.self, from: data).companies.map { company in
            Extraction.Company(
                name: company.name, aliases: company.aliases, products: company.products,
                mentions: company.mentions.map { TextRange($0[0], $0[1]) }, confidence: company.confidence)
        }
    }

    func clauses(of article: String) -> [Extraction.Clause] { clauses[article] ?? [] }
}
