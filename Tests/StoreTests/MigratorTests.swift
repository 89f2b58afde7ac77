import SQLite
import Testing

@testable import Store

/// How migrations are run: each once, in order, whole or not at all.
struct MigratorTests {
    private static let two = [
        Migration(version: 1, name: "0001_a", sql: "CREATE TABLE a(x TEXT) STRICT"),
        Migration(version: 2, name: "0002_b", sql: "ALTER TABLE a ADD COLUMN y TEXT; CREATE TABLE b(z TEXT) STRICT"),
    ]

    private func tables(_ database: Database) throws -> [String] {
        try database.values("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", as: String.self)
    }

    @Test func fromNothing() throws {
        let database = try Database.inMemory()
        try Migrator(Self.two).migrate(database)
        #expect(try tables(database) == ["a", "b"])
        #expect(try Migrator(Self.two).state(of: database) == .version(2))
        #expect(try database.value("PRAGMA foreign_keys", as: Int.self) == 1)
    }

    @Test func fromAnEarlierVersionWithRows() throws {
        let database = try Database.inMemory()
        try Migrator([Self.two[0]]).migrate(database)
        try database.run("INSERT INTO a VALUES ('kept')")
        try Migrator(Self.two).migrate(database)
        #expect(try database.values("SELECT x FROM a", as: String.self) == ["kept"])
    }

    @Test func twiceIsOnce() throws {
        let database = try Database.inMemory()
        try Migrator(Self.two).migrate(database)
        try Migrator(Self.two).migrate(database)
        #expect(try Migrator(Self.two).state(of: database) == .version(2))
    }

    @Test(arguments: ["CREATE TABLE c(x TEXT) STRICT; CREATE TABLE a(x)", "CREATE TABLE c(x); nonsense"])
    func aFailingOneLeavesNoTrace(sql: String) throws {
        let database = try Database.inMemory()
        let migrator = Migrator([Self.two[0], Migration(version: 2, name: "0002_c", sql: sql)])
        #expect(throws: SQLiteError.self) { try migrator.migrate(database) }
        #expect(try tables(database) == ["a"])
        #expect(try migrator.state(of: database) == .version(1))
        try Migrator(Self.two).migrate(database)
        #expect(try tables(database) == ["a", "b"])
    }

    @Test func aDanglingReferenceIsAFailure() throws {
        let database = try Database.inMemory()
        let sql = "CREATE TABLE p(id INTEGER PRIMARY KEY); CREATE TABLE c(p REFERENCES p); INSERT INTO c VALUES (7)"
        let migrator = Migrator([Migration(version: 1, name: "0001_x", sql: sql)])
        #expect(throws: SQLiteError.self) { try migrator.migrate(database) }
        #expect(try migrator.state(of: database) == .empty)
    }
}
