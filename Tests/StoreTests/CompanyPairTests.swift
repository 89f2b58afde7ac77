import Foundation
import SQLite
import Testing

@testable import Store

/// Whether two names, each in an article of its own, are taken for one company: over pairs made for each phenomenon,
/// and over the register.
struct CompanyPairTests {
    struct Pair {
        var names: [String]
        var isSame: Bool
        var phenomenon: String
        /// Other articles: companies with what they call them.
        var articles: [(names: [String], words: String)]
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    private static func lines(_ url: URL) throws -> [[String]] {
        try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private func pairs() throws -> [Pair] {
        try Self.lines(Self.folder.appendingPathComponent("Resources/company_pairs.tsv")).map { fields in
            Pair(
                names: [fields[0], fields[1]], isSame: fields[2] == "same", phenomenon: fields[3],
                articles: fields[4].split(separator: ";").map { article in
                    let isRenamed = article.contains(" formerly ")
                    let names = article.replacingOccurrences(of: " formerly ", with: " = ").components(
                        separatedBy: " = ")
                    return (
                        names.map { $0.trimmingCharacters(in: .whitespaces) }, isRenamed ? "formerly known as" : "or"
                    )
                })
        }
    }

    private func isOne(_ pair: Pair) throws -> Bool {
        let base = try NamedCompanies()
        let articles = try pair.names.map { try base.article([[$0]]) }
        for article in pair.articles { try base.article([article.names], before: article.words) }
        return try base.company(of: articles[0]) == base.company(of: articles[1])
    }

    @Test func pairsAreToldRight() throws {
        var (hits, found, gold) = (0, 0, 0)
        var wrong: [String] = []
        let pairs = try pairs()
        for pair in pairs {
            let isOne = try isOne(pair)
            if isOne { found += 1 }
            if pair.isSame { gold += 1 }
            if isOne && pair.isSame { hits += 1 }
            if isOne != pair.isSame { wrong.append("\(pair.phenomenon): \(pair.names) taken for \(isOne ? 1 : 2)") }
        }
        #expect(pairs.count >= 300)
        let f1 = 2 * Double(hits) / Double(found + gold)
        #expect(f1 >= 0.95, "\(wrong.joined(separator: "\n"))")
        if !wrong.isEmpty { print("pairs told wrong, F1 \(f1):", wrong.joined(separator: "\n"), separator: "\n") }
    }

    /// Names of the register of which one company has several, or that kb cannot tell apart, were looked through;
    /// those that it takes for one and that are not are in `data/identity/contested.tsv`.
    @Test func noTwoRegisteredCompaniesAreOne() throws {
        let project = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
        let rows = try Self.lines(project.appendingPathComponent("data/register/companies.tsv"))
        let same = Set(try Self.lines(Self.folder.appendingPathComponent("Resources/registered_twice.tsv")).map(\.[0]))
        var tickers: [Int64: Set<String>] = [:]
        var names: [Int64: [String]] = [:]
        let base = try NamedCompanies()
        for start in stride(from: 0, to: rows.count, by: 500) {
            let part = rows[start..<min(start + 500, rows.count)]
            try base.file(part.enumerated().map { NamedCompanies.entry([[$1[0]]], number: start + $0) })
        }
        let filed = try base.database.rows(
            "SELECT article_id, company_id FROM company_article ORDER BY article_id", as: Int64.self, Int64.self)
        #expect(filed.count == rows.count)
        for (row, (_, company)) in zip(rows, filed) {
            tickers[company, default: []].insert(row[1])
            names[company, default: []].append(row[0])
        }
        let merged = tickers.filter { $0.value.count > 1 }.keys.compactMap { company in names[company] }
            .filter { names in !names.contains { same.contains(IdentityKey($0).normalized) } }
        #expect(merged.isEmpty, "\(merged.prefix(50))")
    }
}
