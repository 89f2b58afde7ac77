import Foundation
import Model
import Testing

@testable import Learning

@Suite struct NamesakeVariantTests {
    private func variants(of products: [String]) throws -> [AnnotatedArticle] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kb-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let list = products.map { "\"\($0)\"" }.joined(separator: ", ")
        let answer = """
            {"article": {"title": ""}, "agreements": [], "clauses": [],
             "companies": [{"name": "Acme", "aliases": [], "products": [\(list)]}]}
            """
        for number in 0..<20 {
            let base = folder.appendingPathComponent("a-\(number)")
            try answer.write(to: base.appendingPathExtension("json"), atomically: true, encoding: .utf8)
            try "Acme sells Zorvix pumps. Zorvix and Zorvixa sell well, says Acme.\n"
                .write(to: base.appendingPathExtension("txt"), atomically: true, encoding: .utf8)
        }
        return try AnnotatedArticle.all(in: folder.path).compactMap(NamesakeVariant(namesakes: ["Titan"]).of)
    }

    @Test func aCoinedProductTakesTheNameOfACompanyThroughout() throws {
        let variants = try variants(of: ["Zorvix"])
        #expect(!variants.isEmpty)
        for variant in variants {
            let text = String(decoding: variant.article.text, as: UTF8.self)
            #expect(text == "Acme sells Titan pumps. Titan and Zorvixa sell well, says Acme.\n")
            #expect(variant.answer.companies[0].products == ["Titan"])
        }
    }

    @Test(arguments: [[], ["Titan"], ["Zorvix pumps"], ["Acme"]]) func otherThingsKeepTheirNames(_ products: [String])
        throws
    {
        #expect(try variants(of: products).isEmpty)
    }
}
