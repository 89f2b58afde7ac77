import Foundation
import SQLite
import Testing

struct DatabaseTests {
    @Test func missingFileIsNotCreated() throws {
        let path = temporaryPath()
        let error = #expect(throws: SQLiteError.self) { try Database(path: path, mode: .readWrite) }
        #expect(error?.code?.primary == .cannotOpen)
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func namesWithAMeaningToSQLiteArePlainFiles() throws {
        let error = #expect(throws: SQLiteError.self) { try Database(path: ":memory:", mode: .readOnly) }
        #expect(error?.code?.primary == .cannotOpen)
    }

    @Test func readOnlyRefusesToWrite() throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Database(path: path, mode: .create).execute("CREATE TABLE t(a)")
        let database = try Database(path: path, mode: .readOnly)
        let error = #expect(throws: SQLiteError.self) { try database.run("INSERT INTO t VALUES (1)") }
        #expect(error?.code?.primary == .readOnly)
    }

    @Test func aFileThatIsNoDatabaseIsSaidToBeNone() throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(repeating: 65, count: 5000).write(to: URL(fileURLWithPath: path))
        let error = #expect(throws: SQLiteError.self) {
            try Database(path: path, mode: .readOnly).value("SELECT count(*) FROM sqlite_schema", as: Int.self)
        }
        #expect(error?.code == .notADatabase)
    }

    @Test func foreignKeysAreOn() throws {
        let database = try Database.inMemory()
        try database.execute("CREATE TABLE a(id INTEGER PRIMARY KEY); CREATE TABLE b(a REFERENCES a)")
        let error = #expect(throws: SQLiteError.self) { try database.run("INSERT INTO b VALUES (7)") }
        #expect(error?.code?.primary == .constraint)
    }

    @Test func doubleQuotesAreNamesOnly() throws {
        let database = try Database.inMemory()
        #expect(throws: SQLiteError.self) { try database.value("SELECT \"nothing\"", as: String.self) }
    }

    @Test func theSchemaCannotBeWrittenDirectly() throws {
        let database = try Database.inMemory()
        #expect(throws: SQLiteError.self) {
            try database.execute("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ''")
        }
        #expect(try database.value("PRAGMA trusted_schema", as: Int.self) == 0)
        #expect(try database.value("PRAGMA cell_size_check", as: Int.self) == 1)
    }

    @Test func triggersDoNotRun() throws {
        let database = try Database.inMemory()
        try database.execute("CREATE TABLE t(a); CREATE TRIGGER x AFTER INSERT ON t BEGIN DELETE FROM t; END")
        try database.run("INSERT INTO t VALUES (1)")
        #expect(try database.value("SELECT count(*) FROM t", as: Int.self) == 1)
    }

    @Test func aLockHeldElsewhereIsBusyAndWaitedFor() throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let one = try Database(path: path, mode: .create)
        let two = try Database(path: path, mode: .readWrite, busyTimeout: 20)
        try one.transaction {
            let start = ContinuousClock.now
            let error = #expect(throws: SQLiteError.self) { try two.transaction {} }
            #expect(error?.code?.primary == .busy)
            #expect(ContinuousClock.now - start >= .milliseconds(15))
        }
        two.setBusyTimeout(0)
        try two.transaction {}
    }

    /// Who no longer wants to wait is not told that the lock was held too long.
    @Test func aWaitCanBeBrokenOff() throws {
        let path = temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let one = try Database(path: path, mode: .create)
        let two = try Database(path: path, mode: .readWrite)
        var asked = 0
        try two.run(while: {
            asked += 1
            return asked < 4
        })
        try one.transaction {
            let error = #expect(throws: SQLiteError.self) { try two.transaction {} }
            #expect(error?.code?.primary == .interrupted)
        }
    }

    @Test func aClosedConnectionSaysSo() throws {
        let database = try Database.inMemory()
        database.close()
        #expect(throws: SQLiteError.closed) { try database.execute("SELECT 1") }
        #expect(throws: SQLiteError.closed) { try database.run("SELECT 1") }
        #expect(database.lastInsertedID == 0 && database.changes == 0)
    }

    @Test func libraryVersion() { #expect(Database.libraryVersion.hasPrefix("3.")) }
}

func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("kb-\(UUID().uuidString).db").path
}
