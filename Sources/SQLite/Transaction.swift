extension Database {
    public enum TransactionKind: String, Sendable {
        /// A consistent view of the database; takes a lock only where it writes.
        case deferred = "DEFERRED"
        /// Takes the write lock at once, so that it cannot fail half-way because another writer came first.
        case immediate = "IMMEDIATE"
    }

    /// Runs `body` in a transaction: commits what it did when it returns, takes all back when it throws.
    /// Inside another transaction it is a savepoint of that one.
    public func transaction<Result>(
        _ kind: TransactionKind = .immediate, _ body: () throws -> Result
    ) throws -> Result {
        let savepoint = depth > 0 ? "level_\(depth)" : nil
        try execute(savepoint.map { "SAVEPOINT \($0)" } ?? "BEGIN \(kind.rawValue)")
        depth += 1
        defer { depth -= 1 }
        do {
            let result = try body()
            try execute(savepoint.map { "RELEASE \($0)" } ?? "COMMIT")
            return result
        } catch {
            rollBack(to: savepoint)
            throw error
        }
    }

    /// A failure (a full disk, say) may have rolled back already; then there is nothing left to undo,
    /// and the first error is the one to tell.
    private func rollBack(to savepoint: String?) {
        guard inTransaction else { return }
        try? execute(savepoint.map { "ROLLBACK TO \($0); RELEASE \($0)" } ?? "ROLLBACK")
    }
}
