import Foundation
import Testing

/// Values are bound, never put into SQL: what a text says must not become a statement.
struct BoundValuesTests {
    /// What may stand in SQL although it is computed: names and numbers of the program's own. A parameter of type
    /// `StaticString` may too, as the compiler takes only literals for it.
    private static let allowed = [
        "AsOf.swift": ["Self.known"], "DealReader.swift": ["Self.columns", "Self.joins"],
        "Eraser+Indexes.swift": ["clauses"],
        "Filter.swift": ["Store.known", #"known("?5")"#, #"known("?14")"#, #"status(asOf: "?14")"#],
        "FilteredRows.swift": ["Store.known"],
        "MergedCorrections.swift": ["Self.columns", "order"],
        "Migrator.swift": ["Self.applicationID", "migration.version"],
        "Transaction.swift": ["$0", "kind.rawValue"],
    ]

    @Test func noSQLIsPutTogetherFromValues() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let statement =
            #/\b(SELECT|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE|DROP|PRAGMA|ATTACH|SAVEPOINT|BEGIN|ROLLBACK|RELEASE|VACUUM)\b/#
        let value = #/\\\((?<expression>[^()]*(\([^()]*\)[^()]*)*)\)/#
        var files = 0
        for case let file as URL in try #require(
            FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        where file.pathExtension == "swift" && !file.path.contains("/kb-") && !file.path.contains("/Learning/") {
            files += 1
            let source = try String(contentsOf: file, encoding: .utf8)
            let allowed = Self.literalParameters(of: source).union(Self.allowed[file.lastPathComponent] ?? [])
            for literal in Self.literals(of: source) where literal.contains(statement) {
                for match in literal.matches(of: value) {
                    #expect(
                        allowed.contains(String(match.expression)),
                        "\(file.lastPathComponent): \(match.expression) in \(literal)")
                }
            }
        }
        #expect(files > 100)
    }

    /// The names that a source text declares as `StaticString`, and nowhere as something else.
    private static func literalParameters(of source: String) -> Set<String> {
        let declared = source.matches(of: #/\b(?<name>\w+): (?<type>[\w\[\]]+)/#)
        let others = declared.filter { $0.type != "StaticString" }.map { String($0.name) }
        let bound = source.matches(of: #/\b(?:let|var|in) (?<name>\w+)\b/#).map { String($0.name) }
        return Set(declared.filter { $0.type == "StaticString" }.map { String($0.name) }).subtracting(others + bound)
    }

    /// The string literals of a source text, those of several lines too.
    private static func literals(of source: String) -> [Substring] {
        let long = source.matches(of: #/"""(?s:.*?)"""/#).map(\.output)
        let rest = source.replacing(#/"""(?s:.*?)"""/#, with: "")
        return long + rest.matches(of: #/"(?:[^"\\\n]|\\.)*"/#).map { Substring($0.output) }
    }
}
