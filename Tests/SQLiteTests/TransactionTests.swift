import SQLite
import Testing

struct TransactionTests {
    struct Refused: Error {}

    private func database() throws -> Database {
        let database = try Database.inMemory()
        try database.execute("CREATE TABLE t(a INTEGER UNIQUE)")
        return database
    }

    private func values(_ database: Database) throws -> [Int] {
        try database.values("SELECT a FROM t ORDER BY a", as: Int.self)
    }

    @Test func commits() throws {
        let database = try database()
        let id = try database.transaction {
            try database.run("INSERT INTO t VALUES (1)")
            return database.lastInsertedID
        }
        #expect(id == 1)
        #expect(try values(database) == [1])
    }

    @Test func rollsBackWhatThrows() throws {
        let database = try database()
        #expect(throws: Refused.self) {
            try database.transaction {
                try database.run("INSERT INTO t VALUES (1)")
                throw Refused()
            }
        }
        #expect(try values(database) == [])
        try database.transaction { try database.run("INSERT INTO t VALUES (2)") }
        #expect(try values(database) == [2])
    }

    @Test func anInnerOneIsTakenBackAlone() throws {
        let database = try database()
        try database.transaction {
            try database.run("INSERT INTO t VALUES (1)")
            try? database.transaction {
                try database.run("INSERT INTO t VALUES (2)")
                try database.transaction { try database.run("INSERT INTO t VALUES (3)") }
                throw Refused()
            }
            try database.transaction { try database.run("INSERT INTO t VALUES (4)") }
        }
        #expect(try values(database) == [1, 4])
    }

    @Test func aTransactionThatSQLiteEndedIsNotEndedTwice() throws {
        let database = try database()
        try database.run("INSERT INTO t VALUES (1)")
        let error = #expect(throws: SQLiteError.self) {
            try database.transaction { try database.run("INSERT OR ROLLBACK INTO t VALUES (1)") }
        }
        #expect(error?.code?.primary == .constraint)
    }

    @Test func aDeferredOneSeesOneState() throws {
        let path = temporaryPath()
        let writer = try Database(path: path, mode: .create)
        try writer.execute("PRAGMA journal_mode = WAL; CREATE TABLE t(a)")
        let reader = try Database(path: path, mode: .readOnly)
        try reader.transaction(.deferred) {
            #expect(try values(reader) == [])
            try writer.run("INSERT INTO t VALUES (1)")
            #expect(try values(reader) == [])
        }
        #expect(try values(reader) == [1])
    }
}
