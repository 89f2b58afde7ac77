import Foundation
import Model
import SQLite
import Store
import Testing

struct BackupTests {
    let temporary: TemporaryStore
    let store: Store
    let copy: String

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
        copy = temporary.folder + "/copy.db"
    }

    @Test func theCopyHoldsTheSame() throws {
        try store.backup(to: copy)
        let other = try Store.open(copy, mode: .read)
        #expect(try Dump.of(other) == Dump.of(store))
        #expect(try other.answer(Query(text: "exclusive")).hits.count == 2)
        #expect(!temporary.files.contains("copy.db.partial"))
    }

    @Test func aReaderMayMakeOneWhileAnotherWrites() throws {
        let reader = try Store.open(temporary.path, mode: .read)
        let writer = try Database(path: temporary.path, mode: .readWrite)
        try writer.transaction {
            try writer.run("UPDATE company SET name = 'Unfinished' WHERE id = 1")
            try reader.backup(to: copy)
        }
        #expect(try Store.open(copy, mode: .read).companies().map(\.name).contains("Unfinished") == false)
    }

    @Test func whatIsThereIsNotOverwritten() throws {
        try Data("mine".utf8).write(to: URL(fileURLWithPath: copy))
        #expect(throws: StoreError.self) { try store.backup(to: copy) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) == Data("mine".utf8))
    }

    @Test func whereNothingCanBeWrittenItSaysSo() {
        let error = #expect(throws: StoreError.self) { try store.backup(to: temporary.folder + "/none/copy.db") }
        guard case .inputOutput = error else { Issue.record("\(String(describing: error))"); return }
    }
}
