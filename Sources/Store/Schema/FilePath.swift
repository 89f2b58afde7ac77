internal import Glibc
/// What the system says of the place where a database is, or is to be.
enum FilePath {
    /// The folder that a file of this path is in.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func isFolder(_ path: String) -> Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
    }

    /// Refuses a name that is no UTF-8: what is left of it, with `�` for what is not, is another file's.
    static func requireText(_ path: String) throws(StoreError) {
        guard path.unicodeScalars.contains("\u{FFFD}") else { return }
        throw .inputOutput(path: path, reason: "the name of a database has to be UTF-8 (rename the file or its folder)")
    }

    /// Says so where the file at `path` cannot be made for want of a folder: SQLite only says that it cannot be opened.
    static func requireFolder(of path: String) throws(StoreError) {
        let folder = folder(of: path)
        var info = stat()
        guard stat(folder, &info) != 0, errno == ENOENT else { return }
        throw .inputOutput(path: path, reason: "there is no folder \(folder) (make it first)")
    }
}
