import CSQLite
import Testing

/// Changes a database as any other program can: through a connection that kb's wrapper has not made safe, so that the
/// tables inside a full-text index and the schema itself may be written.
enum RawConnection {
    static func execute(_ sql: String, in path: String) throws {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        try #require(sqlite3_open(path, &connection) == SQLITE_OK)
        let code = sqlite3_exec(connection, "PRAGMA foreign_keys = OFF; " + sql, nil, nil, nil)
        try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(connection)))")
    }
}
