import CSQLite
import Model
import Testing

@testable import SQLite
@testable import Store

/// The time of a question must not grow with the size of the base: where an index serves, no table is scanned.
@Suite struct PlanTests {
    /// The statements that a connection runs.
    private final class Statements {
        var texts: Set<String> = []

        init(of database: Database) throws {
            let context = Unmanaged.passUnretained(self).toOpaque()
            let callback:
                @convention(c) (UInt32, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?, UnsafeMutableRawPointer?) ->
                    Int32 = { _, context, statement, _ in
                        guard let context, let text = sqlite3_sql(OpaquePointer(statement)) else { return 0 }
                        Unmanaged<Statements>.fromOpaque(context).takeUnretainedValue().texts.insert(
                            String(cString: text))
                        return 0
                    }
            sqlite3_trace_v2(try database.open(), UInt32(SQLITE_TRACE_STMT), callback, context)
        }
    }

    /// Tables of a few dozen rows, and those that are no tables.
    private static let small = ["clause_type", "agreement_kind", "json_each", "CONSTANT", "(subquery", "VIRTUAL"]

    /// The steps of the plans of what `body` asks that read a whole table.
    private func scans(_ body: (Store) throws -> Void) throws -> [String] {
        let temporary = try Seed.store()
        let store = try #require(temporary.store)
        let statements = try Statements(of: store.database)
        try body(store)
        sqlite3_trace_v2(try store.database.open(), 0, nil, nil)
        #expect(!statements.texts.isEmpty)
        var found: [String] = []
        for text in statements.texts.sorted() where Self.isOurs(text) {
            // Without values: a plan does not depend on them.
            let explain = try Statement(store.database, "EXPLAIN QUERY PLAN " + text)
            let steps = try explain.rows(as: Int.self, Int.self, Int.self, String.self)
            for step in steps.map(\.3) where step.hasPrefix("SCAN") {
                if step.contains("VIRTUAL TABLE") || Self.small.contains(where: step.dropFirst(5).hasPrefix) {
                    continue
                }
                found.append("\(step): \(text)")
            }
        }
        return found
    }

    /// Not what the full-text index asks its own tables, nor the ends of transactions.
    private static func isOurs(_ text: String) -> Bool {
        text.hasPrefix("SELECT") && !text.contains("_fts_") && !text.contains("'main'")
    }

    @Test(arguments: [
        "exclusive licence", "what does Tarn owe", "royalties", "\"12.5 percent\"", "pump*", "€3m", "ended deals",
        "Tarm Robotics", "exclusve",
    ])
    func queries(text: String) throws {
        #expect(try scans { _ = try $0.answer(Query(text: text)) } == [])
    }

    @Test(arguments: ["", "licence"]) func queriesWithFilters(text: String) throws {
        let changes: [(inout Query) -> Void] = [
            { $0.types = [ClauseType(rawValue: "payment")] }, { $0.kinds = ["license"] }, { $0.statuses = ["changed"] },
            { $0.agreementStatuses = ["in-force"] }, { ($0.company, $0.role) = ("Tarn", "obligor") },
            { ($0.company, $0.counterparty) = ("Tarn", "Nørdlys Pumpe") }, { $0.minimumAmount = 1 },
        ]
        for change in changes {
            var query = Query(text: text)
            change(&query)
            #expect(try scans { _ = try $0.answer(query) } == [])
        }
    }

    @Test func views() throws {
        #expect(try scans { _ = try $0.company("Tarn") } == [])
        #expect(try scans { _ = try $0.agreement("1") } == [])
        #expect(try scans { _ = try $0.clause("1") } == [])
        #expect(try scans { _ = try $0.article("1") } == [])
        #expect(try scans { _ = try $0.article("wire/licence.txt") } == [])
        #expect(try scans { _ = try $0.agreements(.init(company: "Tarn")) } == [])
        #expect(try scans { _ = try $0.clauses(company: "Tarn") } == [])
        #expect(try scans { _ = try $0.clauses(types: [ClauseType(rawValue: "payment")]) } == [])
        #expect(try scans { _ = try $0.companyNames(beginning: "tar", limit: 9) } == [])
    }
}
