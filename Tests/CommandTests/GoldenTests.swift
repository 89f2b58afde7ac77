import Foundation
import Testing

/// What `kb extract` and `kb dump` say of the articles of `data/evaluation`, held against `Golden/evaluation.txt`, a
/// digest an article, so that work on speed changes nothing else. How sure kb is is left out: sums in another order
/// differ in the last digits.
///
/// New models and rules change it on purpose: `KB_UPDATE_GOLDEN=1 swift test --filter Golden` writes down what is said
/// now, once `Extractor.version` is raised, by which a knowledge base knows that its articles can be read anew.
@Suite struct GoldenTests {
    private let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Golden/evaluation.txt")

    @Test func theEvaluationArticlesAreReadAsBefore() throws {
        let said = try digests().joined(separator: "\n") + "\n"
        let before = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        if ProcessInfo.processInfo.environment["KB_UPDATE_GOLDEN"] != nil {
            try #require(
                Self.readings(said) == Self.readings(before) || Self.version(said) != Self.version(before),
                "other things are extracted by a version of the same name: raise Extractor.version")
            try Data(said.utf8).write(to: file)
        } else {
            #expect(said == before)
        }
    }

    /// The first line, which names the extractor's version.
    private static func version(_ digests: String) -> Substring? { digests.split(separator: "\n").first }

    /// The digests of what is extracted from each article.
    private static func readings(_ digests: String) -> [Substring] {
        digests.split(separator: "\n").dropFirst().compactMap { $0.split(separator: " ").dropFirst().first }
    }

    /// The extractor's version; then a line an article: its name, the digest of its extraction and that of its records in the dump; then those of
    /// the records that belong to several articles.
    private func digests() throws -> [String] {
        let place = try Workplace()
        try place.kb(["ingest", "data/evaluation", "--db", "all.db"])
        let dump = Self.withoutConfidence(try place.kb(["dump", "--db", "all.db"]).text).split(separator: "\n")
        var records: [String: [Substring]] = [:]
        for line in dump { records[Self.owner(of: line), default: []].append(line) }
        let folder = Workplace.project.appendingPathComponent("data/evaluation")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }
        let articles = try names.sorted().map { name in
            let extraction = Self.withoutConfidence(try place.kb(["extract", "data/evaluation/\(name)"]).text)
            let source = dump.first { $0.contains("\"source\":\"data/evaluation/\(name)\"") } ?? ""
            let own = records.removeValue(forKey: Self.owner(of: source)) ?? []
            return "\(name) \(Self.digest(extraction)) \(Self.digest(own.joined(separator: "\n")))"
        }
        let version = try #require(dump.lazy.compactMap { $0.firstMatch(of: #/"extractor":"([^"]*)"/#) }.first).1
        return ["extractor \(version)"] + articles
            + records.sorted { $0.key < $1.key }.map { "\($0.key) \(Self.digest($0.value.joined(separator: "\n")))" }
    }

    /// The SHA-256 of the article that a line of the dump is about; else the sort of its record.
    private static func owner(of line: Substring) -> String {
        for field in ["\"article\":\"", "\"sha256\":\""] {
            if let range = line.range(of: field) { return String(line[range.upperBound...].prefix(64)) }
        }
        return line.range(of: "\"record\":\"").map { String(line[$0.upperBound...].prefix { $0 != "\"" }) } ?? ""
    }

    private static func withoutConfidence(_ text: String) -> String {
        text.replacingOccurrences(of: #""confidence": ?[0-9.e-]+"#, with: "", options: .regularExpression)
            // When it was filed.
            .replacingOccurrences(of: #""ingested_at":"[^"]*""#, with: "", options: .regularExpression)
    }

    /// 64-bit FNV-1a.
    private static func digest(_ text: String) -> String {
        let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return String(hash, radix: 16)
    }
}
