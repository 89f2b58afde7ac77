/// Why the database could not do what it was asked: SQLite failed, or it was asked wrongly.
///
/// The SQL is told, the bound values never are: they are the user's data.
public enum SQLiteError: Error, Equatable, Sendable {
    /// SQLite failed. `offset` is the byte of `sql` at which a syntax error begins.
    case failed(ResultCode, message: String, sql: String? = nil, offset: Int? = nil)
    /// The connection was closed before.
    case closed
    /// The text holds no statement, or more than one.
    case noStatement(sql: String)
    case severalStatements(sql: String)
    /// The statement has another number of parameters, or of columns, than were given or asked for.
    case parameterCount(expected: Int, given: Int, sql: String)
    case columnCount(expected: Int, found: Int, sql: String)
    /// A column holds another type than was asked for.
    case columnType(name: String, index: Int, expected: String, found: String, sql: String)
    /// One row was asked for, and there were more; or none was expected.
    case severalRows(sql: String)
    case unexpectedRow(sql: String)

    /// SQLite's code, where it was SQLite that failed.
    public var code: ResultCode? {
        if case .failed(let code, _, _, _) = self { return code }
        return nil
    }
}

extension SQLiteError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .failed(let code, let message, let sql, let offset):
            let place = offset.map { " at byte \($0)" } ?? ""
            return "\(message) (code \(code.rawValue))\(place)" + (sql.map { " in: \($0)" } ?? "")
        case .closed:
            return "the connection is closed"
        case .noStatement(let sql):
            return "no statement in: \(sql)"
        case .severalStatements(let sql):
            return "more than one statement in: \(sql)"
        case .parameterCount(let expected, let given, let sql):
            return "\(given) values for \(expected) parameters in: \(sql)"
        case .columnCount(let expected, let found, let sql):
            return "\(found) columns where \(expected) were asked for in: \(sql)"
        case .columnType(let name, let index, let expected, let found, let sql):
            return "column \(index) (\(name)) holds \(found), not \(expected), in: \(sql)"
        case .severalRows(let sql):
            return "more than one row from: \(sql)"
        case .unexpectedRow(let sql):
            return "a row from: \(sql)"
        }
    }
}
