import Model
import Store
import Testing

/// What SQLite has against a statement where the schema is not kb's is damage, whatever words it finds for it.
struct SchemaDamageTests {
    @Test func aViewThatMissesAColumnOfATable() throws {
        let temporary = try Seed.store()
        temporary.store?.close()
        try RawConnection.execute(
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_schema SET sql = replace(sql, 'kind   ', 'kink   ') WHERE name = 'agreement_kind'
            """, in: temporary.path)
        let store = try Store.open(temporary.path, mode: .inspect)
        #expect(try store.verify().map(\.check) == ["schema", "integrity"])
    }
}

/// A full-text index whose own tables are damaged is told as damage, and as no fault of kb's.
struct IndexDamageTests {
    /// What is done to the index `INDEX`, after which the schema is as the check at opening wants it.
    private static let damages = [
        "DELETE FROM INDEX_config", "UPDATE INDEX_config SET v = 'x'", "UPDATE INDEX_config SET v = 99",
        "DROP TABLE INDEX_config", "ALTER TABLE INDEX_config RENAME COLUMN v TO w",
        "DELETE FROM INDEX_data", "DELETE FROM INDEX_data WHERE id = 1", "DELETE FROM INDEX_data WHERE id = 10",
        "DELETE FROM INDEX_data WHERE id > 10", "UPDATE INDEX_data SET block = NULL", "UPDATE INDEX_data SET block = 5",
        "UPDATE INDEX_data SET block = 'text'", "UPDATE INDEX_data SET block = x'ffffffffffffffff'",
        "UPDATE INDEX_data SET block = zeroblob(length(block)) WHERE id > 10", "DROP TABLE INDEX_data",
        "DROP TABLE INDEX_data; CREATE TABLE INDEX_data (id INTEGER PRIMARY KEY)",
        "DROP TABLE INDEX_docsize",
        "DROP TABLE INDEX_idx", "ALTER TABLE INDEX_idx RENAME COLUMN term TO w",
        """
        DROP TABLE INDEX_idx;
        CREATE TABLE INDEX_idx (segid CHECK (segid < 0), term, pgno, PRIMARY KEY (segid, term)) WITHOUT ROWID
        """,
    ]

    @Test(arguments: ["clause_fts", "sentence_fts"], damages)
    func isTold(index: String, damage: String) throws {
        let temporary = try Seed.store()
        temporary.store?.close()
        try RawConnection.execute(damage.replacing("INDEX", with: index), in: temporary.path)
        var told: [StoreError] = []
        func attempt(_ body: () throws(StoreError) -> Void) {
            do { try body() } catch { told.append(error) }
        }
        attempt { () throws(StoreError) in
            let reader = try Store.open(temporary.path, mode: .read)
            attempt { () throws(StoreError) in _ = try reader.answer(Query(text: "exclusive rights to pumps")) }
            attempt { () throws(StoreError) in _ = try reader.company("1") }
            attempt { () throws(StoreError) in #expect(try !reader.verify().isEmpty) }
        }
        attempt { () throws(StoreError) in
            let writer = try Store.open(temporary.path, mode: .write)
            attempt { () throws(StoreError) in
                _ = try writer.ingest([Seed.entry(Seed.article("new.txt", "New\nA new one."))])
            }
            attempt { () throws(StoreError) in _ = try writer.forget(article: "1") }
        }
        #expect(!told.isEmpty)
        for error in told {
            switch error {
            case .damaged(let path, _), .contradicted(let path, _): #expect(path == temporary.path)
            default: Issue.record("\(error)")
            }
        }
    }
}
