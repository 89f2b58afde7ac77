import Foundation
import Model

/// `data/queries/queries.json`: queries with the clauses that answer them.
struct JudgedQueries: Decodable {
    struct Judged: Decodable {
        var article: String
        var quote: String
        var grade: Int
    }

    struct Query: Decodable {
        var id: String
        var kind: String
        var text: String
        var relevant: [Judged]
    }

    var articles: [String]
    var queries: [Query]

    static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data")

    static func read() throws -> JudgedQueries {
        try JSONDecoder().decode(
            JudgedQueries.self, from: Data(contentsOf: data.appendingPathComponent("queries/queries.json")))
    }

    /// The bytes of each article, by name.
    func texts() throws -> [String: [UInt8]] {
        var texts: [String: [UInt8]] = [:]
        for name in articles {
            texts[name] = [UInt8](try Data(contentsOf: Self.data.appendingPathComponent("training/\(name).txt")))
        }
        return texts
    }
}

/// What the first ten hits of a query are worth.
struct QueryScore {
    /// Discounted cumulative gain as a share of the best possible.
    var gain: Double
    var recall: Double
    var isFirstRight: Bool

    /// - Parameters:
    ///   - hits: article and quote of each, the best first. One that has half of a relevant quote, or all but half of
    ///     which is in one, answers; a hit that has several takes as many places.
    ///   - texts: the articles without white space.
    init(_ hits: [(article: String, quote: String)], _ query: JudgedQueries.Query, texts: [String: String]) {
        var left = query.relevant
        var gains: [Int] = []
        for hit in hits {
            let text = texts[hit.article, default: ""]
            let answered = left.indices.filter { index in
                left[index].article == hit.article
                    && Self.overlap(Self.squeezed(hit.quote), Self.squeezed(left[index].quote), in: text)
            }
            gains += answered.isEmpty ? [0] : answered.map { left[$0].grade }.sorted(by: >)
            for index in answered.reversed() { left.remove(at: index) }
        }
        gain = Self.discounted(gains) / Self.discounted(query.relevant.map(\.grade).sorted(by: >))
        recall = Double(gains.prefix(10).count { $0 > 0 }) / Double(query.relevant.count)
        isFirstRight = gains.first ?? 0 > 0
    }

    static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    private static func overlap(_ one: String, _ other: String, in text: String) -> Bool {
        guard let first = text.range(of: one), let second = text.range(of: other) else { return false }
        let start = max(first.lowerBound, second.lowerBound)
        let end = min(first.upperBound, second.upperBound)
        return start < end && text.distance(from: start, to: end) * 2 >= min(one.count, other.count)
    }

    private static func discounted(_ gains: [Int]) -> Double {
        gains.prefix(10).enumerated().reduce(0) { $0 + (pow(2, Double($1.element)) - 1) / log2(Double($1.offset) + 2) }
    }
}
