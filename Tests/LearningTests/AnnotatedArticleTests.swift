import Foundation
import Learning
import Testing

@Suite struct AnnotatedArticleTests {
    @Test func aFamilyCountsAsItsFolderSays() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kb-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let answer = #"{"article": {"title": "A title"}, "companies": [], "agreements": [], "clauses": []}"#
        for name in ["wire-1", "trade-press-2", "other-3"] {
            try answer.write(to: folder.appendingPathComponent("\(name).json"), atomically: true, encoding: .utf8)
            try "A title\n".write(to: folder.appendingPathComponent("\(name).txt"), atomically: true, encoding: .utf8)
        }
        try "family\tclauses\tagreements\nwire\t3\t2\ntrade-press\t0\t1\n"
            .write(to: folder.appendingPathComponent("weights.tsv"), atomically: true, encoding: .utf8)

        let articles = try AnnotatedArticle.all(in: folder.path)

        #expect(articles.map(\.name) == ["other-3", "trade-press-2", "wire-1"])
        #expect(articles.map(\.weight.clauses) == [1, 0, 3])
        #expect(articles.map(\.weight.agreements) == [1, 1, 2])
    }
}
