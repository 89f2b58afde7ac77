internal import SQLite

/// Why the knowledge base could not do what it was asked.
public enum StoreError: Error, Equatable, Sendable {
    /// There is no such database file.
    case missing(path: String)
    /// The file is no kb database, or no database at all. It was not changed.
    case foreign(path: String)
    /// The database was made by a newer kb. It was not changed.
    case newer(path: String, version: Int, known: Int)
    /// The database was made by an older kb and was opened for reading only.
    case older(path: String, version: Int, known: Int)
    /// Another process held the database for longer than the busy timeout.
    case locked(path: String)
    /// The file or its folder cannot be read or written: permissions, a full disk, a failing one.
    case inputOutput(path: String, reason: String)
    /// The database is damaged.
    case damaged(path: String, reason: String)
    /// What is stored does not keep the database's own rules: it is damaged, unless kb itself is at fault.
    case contradicted(path: String, reason: String)
    /// No company, agreement, clause or article has this name or id. `similar` lists near ones.
    case unknown(kind: String, name: String, similar: [String])
    /// More than one record has this name.
    case ambiguous(kind: String, name: String, candidates: [String])
    /// The article was read by a kb that did not keep what it read, and has to be read again first.
    case unread(article: String)
    /// What was asked for cannot be; `hint` says what can.
    case refused(reason: String, hint: String?)
    /// The caller asked to stop.
    case interrupted(path: String)
    /// The line of an import, counted from 1, that could not be taken, and why.
    indirect case inLine(Int, StoreError)
    /// A fault of the program: SQLite refused a statement of its own.
    case failed(reason: String)
}

extension StoreError {
    /// Runs `body`, and tells its errors as the store's own.
    /// - Parameter path: the database, for the message.
    static func wrap<Result>(_ path: String, _ body: () throws -> Result) throws(StoreError) -> Result {
        do {
            return try body()
        } catch let error as StoreError {
            throw error
        } catch let error as SQLiteError {
            throw StoreError(error, path: path)
        } catch {
            throw .failed(reason: "\(error)")
        }
    }

    init(_ error: SQLiteError, path: String) {
        guard case .failed(let code, let message, let sql, _) = error else {
            // The schema says what a column holds, and kb checks the rest of it: somebody else wrote this.
            if case .columnType = error {
                self = .damaged(path: path, reason: error.description)
            } else {
                self = .failed(reason: error.description)
            }
            return
        }
        self =
            switch code.primary {
            case .busy, .locked, .protocol: .locked(path: path)
            case .notADatabase: .foreign(path: path)
            case .corrupt: .damaged(path: path, reason: message)
            case .error where message == Self.unexplained:
                .damaged(path: path, reason: Self.unusable(by: sql ?? ""))
            case .error where Self.isOfDamage(message) || SchemaCheck.isOther(path):
                .damaged(path: path, reason: message)
            case .constraint, .mismatch: .contradicted(path: path, reason: message)
            case .interrupted: .interrupted(path: path)
            case .readOnly:
                .inputOutput(path: path, reason: "no permission to write this file, or its folder")
            case .full, .inputOutput, .cannotOpen, .permission:
                .inputOutput(path: path, reason: message)
            default: .failed(reason: error.description)
            }
    }

    /// Whether SQLite says so where a table or column of kb's is missing or is not what it was, or holds something else
    /// than kb puts there.
    private static func isOfDamage(_ message: String) -> Bool {
        message.hasPrefix("no such ")
            || [
                "has no column named", "because it is a view", "may not be modified", "clause does not match",
                "foreign key mismatch", "values were supplied", "values for", "invalid fts5 file format",
                "vtable constructor failed", "malformed JSON", "JSON cannot hold BLOB values",
            ].contains { message.contains($0) }
    }

    /// What SQLite says where a virtual table fails without a word of its own. kb's are the full-text indexes, and they
    /// do so where a table behind them is missing or is not what it was; what is wrong with a statement is told in words.
    private static let unexplained = "SQL logic error"

    private static func unusable(by sql: String) -> String {
        let indexes = ["clause_fts", "sentence_fts"].filter { sql.contains($0) }
        let named = indexes.isEmpty ? "a full-text index" : "the full-text index " + indexes.joined(separator: " or ")
        return named + " is not as kb made it"
    }
}
