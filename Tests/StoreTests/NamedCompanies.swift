import Foundation
import Model
import SQLite
import Testing

@testable import Store

/// A knowledge base in memory, filled with articles that name companies.
final class NamedCompanies {
    let database: Database
    private let writer: Writer
    private var count = 0

    init() throws {
        database = try Database.inMemory()
        try Migrator().migrate(database)
        try TermTables.fill(database)
        writer = try Writer(database)
    }

    /// Files an article that names these companies, each with its aliases: `[["Tarn Robotics Ltd", "Tarn"]]`.
    /// - Parameter words: what stands before each alias.
    @discardableResult
    func article(_ companies: [[String]], before words: String = "") throws -> Int64 {
        count += 1
        return try writer.file([Self.entry(companies, number: count, before: words)])[0].outcome.article
    }

    func file(_ entries: [Entry]) throws { _ = try writer.file(entries) }

    static func entry(_ companies: [[String]], number: Int, before words: String = "") -> Entry {
        let names = companies.map { $0.joined(separator: " \(words) ") }.joined(separator: " met ")
        let article = Seed.article("\(number)-\(names).txt", "News \(number)\n\(names).")
        return Seed.entry(
            article,
            Extraction(
                companies: companies.map { Seed.company($0[0], aliases: Array($0.dropFirst()), in: article) }))
    }

    /// The company that an article's first company was taken for.
    func company(of article: Int64) throws -> Int64? {
        try database.value(
            "SELECT company_id FROM company_article WHERE article_id = ?1 AND position = 0", [article],
            as: Int64.self)
    }

    var names: [String] {
        get throws { try database.values("SELECT name FROM company ORDER BY name", as: String.self) }
    }
}
