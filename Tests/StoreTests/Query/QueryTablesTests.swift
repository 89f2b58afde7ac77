import Assets
import Foundation
import Testing

@testable import Store

@Suite struct QueryTablesTests {
    /// What queries are understood by is made of `data/concepts`; `KB_UPDATE_TABLES=1` makes it anew.
    @Test func theFileIsWhatTheTablesSay() throws {
        let wanted = QueryTablesBuilder().encoded()
        let file = URL(filePath: #filePath).appending(path: "../../../../data/models/query.bin").standardized
        if ProcessInfo.processInfo.environment["KB_UPDATE_TABLES"] != nil { try Data(wanted).write(to: file) }
        #expect(try Array(Data(contentsOf: file)) == wanted, "run KB_UPDATE_TABLES=1 swift test --filter QueryTables")
    }

    @Test func stringsAreFoundByTheirBytes() {
        let strings = ["", "a", "ab", "b", "bé", "c"]
        var writer = PackedTablesWriter(lists: 3)
        writer.set(0, strings: strings)
        writer.set(2, [7, -1])
        writer.bytes.withUnsafeBytes { bytes in
            let tables = PackedTables(bytes)
            let found = tables.strings(0)
            #expect((0..<found.count).map { found[$0] } == strings)
            #expect(strings.map(found.index) == Array(strings.indices))
            #expect(found.index(of: "aa") == nil && found.index(of: "d") == nil)
            #expect((tables.numbers(2)[0], tables.numbers(2)[1], tables.numbers(2)[2]) == (7, -1, 0))
        }
    }

    /// Bytes that are not of the form are no tables, and what is cut off is left out.
    @Test func damagedBytesHoldNothing() {
        var writer = PackedTablesWriter(lists: 2)
        writer.set(0, strings: ["one", "two"])
        for count in writer.bytes.indices {
            writer.bytes.prefix(count).withUnsafeBytes { bytes in
                let strings = PackedTables(bytes).strings(0)
                #expect(strings.count <= 2)
                for index in 0..<strings.count { #expect(strings[index].utf8.count <= 3) }
                #expect(strings.index(of: "three") == nil)
            }
        }
    }

    @Test func rowsAreFoundWhereTheyLie() {
        let table = Assets.table("data/values/currencies.tsv")
        for row in table.prefix(40) {
            #expect(Assets.rows(of: "data/values/currencies.tsv", for: row[0]) == table.filter { $0[0] == row[0] })
        }
        #expect(Assets.rows(of: "data/values/currencies.tsv", for: "no such").isEmpty)
        #expect(Assets.rows(of: "data/values/none.tsv", for: "usd").isEmpty)
    }
}
