internal import SQLite

/// Tells which texts a knowledge base has already, so that they need not be extracted again: ingesting a folder
/// anew takes a twentieth of the time.
///
/// A connection of its own, for a thread that reads beside the one that writes.
public final class KnownArticles {
    private let database: Database
    private let find: Statement

    /// - Returns: nil where there is nothing to look into.
    public init?(_ path: String) {
        guard let database = try? Database(path: path, mode: .readOnly),
            let find = try? Statement(database, "SELECT 1 FROM article WHERE sha256 = ?1")
        else { return nil }
        self.database = database
        self.find = find
    }

    /// Whether an article with these bytes is there; false also where the database cannot tell.
    public func contains(_ sha256: [UInt8]) -> Bool {
        do {
            defer { find.reset() }
            try sha256.bind(to: find, at: 1)
            return try find.step()
        } catch {
            return false
        }
    }
}
