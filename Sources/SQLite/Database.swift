internal import CSQLite

/// A connection to a SQLite database.
public enum Database {
    /// The version of the SQLite library in use, e.g. `3.40.1`.
    public static var libraryVersion: String { String(cString: sqlite3_libversion()) }
}
