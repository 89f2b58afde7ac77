import Foundation
import Testing

@testable import Assets

/// What is embedded is what lies in the tree, and is found by its path.
@Suite struct AssetsTests {
    private let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func everyFileIsEmbeddedAsItIs() throws {
        #expect(Assets.names.count > 50 && Set(Assets.names).count == Assets.names.count)
        for name in Assets.names {
            let file = try Data(contentsOf: project.appendingPathComponent(name))
            #expect(Assets.bytes(name).map { Data($0) } == file, "\(name) was changed after the build")
        }
    }

    @Test(arguments: [
        "migrations", "data/concepts", "data/cues", "data/identity", "data/models", "data/reading", "data/values",
    ])
    func nothingOfAFolderIsLeftOut(_ folder: String) throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: project.appendingPathComponent(folder).path)
        let embedded = Assets.names.filter { $0.hasPrefix(folder + "/") }
        #expect(Set(embedded) == Set(files.filter { !$0.hasSuffix(".md") }.map { "\(folder)/\($0)" }))
    }

    @Test func anUnknownNameIsNothing() {
        #expect(Assets.bytes("data/values") == nil)
        #expect(Assets.text("data/values/numbers.tsv2") == nil)
        #expect(Assets.table("numbers.tsv").isEmpty)
        #expect(Assets.rows(of: "numbers.tsv", for: "one").isEmpty)
    }

    @Test func theHeadOfATableIsNoRow() throws {
        let text = try #require(Assets.text("data/agreement_kinds.tsv"))
        let lines = text.split(separator: "\n")
        #expect(
            Assets.table("data/agreement_kinds.tsv").map { $0.joined(separator: "\t") }
                == lines.dropFirst().map(String.init))
    }

    /// Not of those that only begin with it, nor of the head.
    @Test(arguments: ["data/reading/words.tsv", "data/concepts/synonyms.tsv", "data/values/periods.tsv"])
    func rowsAreFoundByTheirFirstField(_ name: String) {
        let table = Assets.table(name)
        for key in Set(table.map { $0[0] }) {
            #expect(Assets.rows(of: name, for: key) == table.filter { $0[0] == key })
            #expect(Assets.rows(of: name, for: String(key.dropLast()) + "\u{7F}").isEmpty)
        }
    }
}

/// Letters without case and marks.
@Suite struct FoldingTests {
    private func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars { Folding.shared.append(scalar.value, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("NESTLÉ", "nestle"), ("Nestle\u{301}", "nestle"), ("Ørsted & Søn", "ørsted & søn"), ("Škoda", "skoda"),
        ("日本語", "日本語"), ("A-1 \u{1F600}", "a-1 \u{1F600}"),
    ])
    func caseAndMarksGo(text: String, result: String) {
        #expect(folded(text) == result)
    }
}
