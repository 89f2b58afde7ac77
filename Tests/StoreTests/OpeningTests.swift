import Foundation
import Model
import SQLite
import Synchronization
import Testing

@testable import Store

struct OpeningTests {
    let temporary = TemporaryStore()

    private var bytes: Data? { try? Data(contentsOf: URL(fileURLWithPath: temporary.path)) }

    @Test(arguments: [Store.Mode.read, .write])
    func whatIsMissingIsNotMade(mode: Store.Mode) {
        #expect(throws: StoreError.missing(path: temporary.path)) { try Store.open(temporary.path, mode: mode) }
        #expect(temporary.files == [])
    }

    @Test(arguments: [Store.Mode.read, .write, .create])
    func otherPeoplesFilesAreRefusedUnchanged(mode: Store.Mode) throws {
        let text = Data(String(repeating: "This is a text. ", count: 20).utf8)
        try text.write(to: URL(fileURLWithPath: temporary.path))
        #expect(throws: StoreError.foreign(path: temporary.path)) { try Store.open(temporary.path, mode: mode) }
        #expect(bytes == text)

        try FileManager.default.removeItem(atPath: temporary.path)
        try Database(path: temporary.path, mode: .create).execute("CREATE TABLE recipe(name)")
        let database = bytes
        #expect(throws: StoreError.foreign(path: temporary.path)) { try Store.open(temporary.path, mode: mode) }
        #expect(bytes == database)
    }

    @Test(arguments: [Store.Mode.read, .write, .create])
    func aNewerDatabaseIsRefusedUnchanged(mode: Store.Mode) throws {
        try Store.open(temporary.path, mode: .create).close()
        try Database(path: temporary.path, mode: .readWrite).execute("PRAGMA user_version = 99")
        let before = bytes
        let expected = StoreError.newer(path: temporary.path, version: 99, known: Migrator().newest)
        #expect(throws: expected) { try Store.open(temporary.path, mode: mode) }
        #expect(bytes == before)
    }

    @Test func anEmptyFileIsNothingToReadButCanBeFilled() throws {
        try Data().write(to: URL(fileURLWithPath: temporary.path))
        #expect(throws: StoreError.foreign(path: temporary.path)) { try Store.open(temporary.path, mode: .read) }
        try Store.open(temporary.path, mode: .create).close()
        try Store.open(temporary.path, mode: .read).close()
    }

    @Test func aFolderIsNoDatabase() {
        let error = #expect(throws: StoreError.self) { try Store.open(temporary.folder, mode: .create) }
        guard case .inputOutput = error else { Issue.record("\(String(describing: error))"); return }
    }

    @Test func oneFileIsLeft() throws {
        let store = try Store.open(temporary.path, mode: .create)
        _ = try store.ingest([Seed.licence])
        #expect(temporary.files.count > 1)
        store.close()
        #expect(temporary.files == ["kb.db"])
    }

    @Test func theLastReaderTidiesUp() throws {
        let writer = try Store.open(temporary.path, mode: .create)
        let reader = try Store.open(temporary.path, mode: .read)
        _ = try writer.ingest([Seed.licence])
        #expect(try reader.statistics().articles == 1)
        writer.close()
        #expect(try reader.statistics().clauses == 3)
        reader.close()
        #expect(temporary.files == ["kb.db"])
    }

    @Test func readingWritesNothing() throws {
        let writer = try Store.open(temporary.path, mode: .create)
        _ = try writer.ingest([Seed.licence])
        writer.close()
        let before = bytes
        let reader = try Store.open(temporary.path, mode: .read)
        #expect(throws: StoreError.self) { try reader.ingest([Seed.other]) }
        #expect(try reader.answer(.init(text: "exclusive")).hits.count == 1)
        #expect(temporary.files == ["kb.db"])
        reader.close()
        #expect(bytes == before)
    }

    @Test func aDatabaseThatStaysLockedSaysSo() throws {
        let store = try Store.open(temporary.path, mode: .create, busyTimeout: 10)
        let other = try Database(path: temporary.path, mode: .readWrite)
        try other.transaction {
            let path = temporary.path
            _ = #expect(throws: StoreError.locked(path: path)) { try store.ingest([Seed.licence]) }
        }
        #expect(try store.ingest([Seed.licence]).map(\.change) == [.added])
        store.close()
    }

    @Test func whatAKilledWriterLeftIsReadAndPutInOrder() throws {
        let writer = try Store.open(temporary.path, mode: .create)
        _ = try writer.ingest([Seed.licence])
        let copy = TemporaryStore()
        for file in temporary.files {
            try FileManager.default.copyItem(
                atPath: temporary.folder + "/" + file, toPath: copy.folder + "/" + file)
        }
        #expect(copy.files.contains("kb.db-wal"))
        let reader = try Store.open(copy.path, mode: .read)
        #expect(try reader.statistics().clauses == 3)
        #expect(try reader.verify() == [])
        reader.close()
        #expect(copy.files == ["kb.db"])
        writer.close()
    }

    /// An older database is copied, then brought up to date; a reader only says that it is older.
    @Test func aMigrationKeepsABackup() throws {
        let old = try Database(path: temporary.path, mode: .create)
        try Migrator([Migration.embedded[0]]).migrate(old)
        old.close()
        let expected = StoreError.older(path: temporary.path, version: 1, known: Migrator().newest)
        #expect(throws: expected) { try Store.open(temporary.path, mode: .read) }
        try Store.open(temporary.path, mode: .write).close()
        #expect(temporary.files == ["kb.db", "kb.db.v1.backup"])
        let copy = try Database(path: temporary.path + ".v1.backup", mode: .readOnly)
        #expect(try Migrator().state(of: copy) == .version(1))
        let now = try Database(path: temporary.path, mode: .readOnly)
        #expect(try Migrator().state(of: now) == .version(Migrator().newest))
    }

    /// Also one that is no kb, and has the database at rest, without a log, in its hands.
    @Test func aWriterWaitsForAnother() async throws {
        try Store.open(temporary.path, mode: .create).close()
        let other = try Database(path: temporary.path, mode: .readWrite)
        try other.execute("BEGIN IMMEDIATE")
        let path = temporary.path
        async let opened = Task.detached { try Store.open(path, mode: .write).close() }.value
        try await Task.sleep(for: .milliseconds(300))
        try other.execute("COMMIT")
        other.close()
        try await opened
        #expect(temporary.files == ["kb.db"])
    }

    /// One that files batch after batch without a rest leaves room for others, who have a thread of their own: a task
    /// might find all threads for tasks taken by tests that wait.
    @Test func aBusyWriterLetsOthersIn() throws {
        let path = temporary.path
        let others = Mutex<Result<[Outcome.Change], any Error>?>(nil)
        let busy = try Store.open(path, mode: .create)
        Thread.detachNewThread {
            let result = Result {
                try (0..<3).flatMap { number in
                    let store = try Store.open(path, mode: .write, busyTimeout: 10_000)
                    defer { store.close() }
                    let text = Seed.article("other\(number).txt", "Acme Corp buys Bolt \(number) Inc.")
                    return try store.ingest([Seed.entry(text, Extraction())]).map(\.change)
                }
            }
            others.withLock { $0 = result }
        }
        var count = 0
        while others.withLock({ $0 == nil }) {
            let batch = (0..<100).map { Seed.article("busy\(count)-\($0).txt", "News \(count) of \($0).") }
            _ = try busy.ingest(batch.map { Seed.entry($0, Extraction()) })
            count += 1
        }
        #expect(try others.withLock { try $0?.get() } == [.added, .added, .added])
        busy.close()
        #expect(temporary.files == ["kb.db"])
    }

    /// The log is taken away by the last one, also where that is a reader who opened the database while it had none.
    @Test func aReaderFromBeforeTheLogTidiesUp() throws {
        try Store.open(temporary.path, mode: .create).close()
        let reader = try Store.open(temporary.path, mode: .read)
        #expect(try reader.statistics().articles == 0)
        let writer = try Store.open(temporary.path, mode: .write)
        _ = try writer.ingest([Seed.licence])
        #expect(try reader.statistics().articles == 1)
        writer.close()
        #expect(try reader.statistics().articles == 1)
        reader.close()
        #expect(temporary.files == ["kb.db"])
    }

    @Test func withoutABackupWhereNoneIsWanted() throws {
        let old = try Database(path: temporary.path, mode: .create)
        try Migrator([Migration.embedded[0]]).migrate(old)
        old.close()
        try Store.open(temporary.path, mode: .write, backup: false).close()
        #expect(temporary.files == ["kb.db"])
    }
}
