import Store

/// What a knowledge base holds, to compare.
enum Dump {
    static func of(_ store: Store) throws -> [String] {
        var lines: [String] = []
        try store.dump { lines.append($0) }
        return lines
    }

    /// Without the corrections themselves.
    static func facts(_ store: Store) throws -> [String] {
        try of(store).filter { !$0.contains("\"correction\"") }
    }
}
