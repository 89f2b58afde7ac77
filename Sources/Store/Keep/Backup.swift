internal import Glibc
internal import SQLite

extension Store {
    /// Writes a copy of the knowledge base to the new file `destination`, while others may read and write. The
    /// copy is verified and on the disk before it gets its name: there is a whole one or none.
    /// - Parameter isWanted: is asked now and then; where it says no, nothing is left of the copy.
    /// - Throws: `inputOutput` where the file exists or cannot be written, `damaged` where the copy is not sound,
    ///   `interrupted`.
    public func backup(to destination: String, while isWanted: @escaping () -> Bool = { true }) throws(StoreError) {
        if destination.isEmpty { throw .inputOutput(path: "''", reason: "a copy needs a name") }
        try FilePath.requireText(destination)
        guard access(destination, F_OK) != 0 else {
            throw .inputOutput(path: destination, reason: "there is such a file already (choose another name)")
        }
        try FilePath.requireFolder(of: destination)
        let partial = PartialFile(for: destination)
        try partial.create()
        do {
            // On a connection of its own: this one may be inside a transaction or forbid all writing.
            let source = try Database(path: path, mode: .readWrite)
            try source.run(while: isWanted)
            try source.run("VACUUM INTO ?1", Self.plain(partial.path))
        } catch {
            throw StoreError(error, path: destination)
        }
        let copy = try Store.open(partial.path, mode: .inspect)
        defer { copy.close() }
        if let finding = try copy.verify().first {
            throw .damaged(path: destination, reason: finding.detail)
        }
        try partial.settle()
    }

    /// SQLite gives meaning to a name that begins with a colon.
    static func plain(_ path: String) -> String { path.hasPrefix(":") ? "./" + path : path }
}
