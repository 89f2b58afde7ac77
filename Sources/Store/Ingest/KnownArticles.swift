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
            let find = try? Statement(database, "SELECT title, published FROM article WHERE sha256 = ?1")
        else { return nil }
        self.database = database
        self.find = find
    }

    /// Whether an article with these bytes is there, called and dated as people say; false also where the database
    /// cannot tell.
    public func contains(_ sha256: [UInt8], called given: GivenHeading) -> Bool {
        do {
            try sha256.bind(to: find, at: 1)
            guard let (title, published) = try find.row(as: String.self, String?.self) else { return false }
            let stored = Heading(title: title, published: published)
            return given.fields.allSatisfy { stored[$0.key] == $0.value.text }
        } catch {
            return false
        }
    }
}
