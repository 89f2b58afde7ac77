internal import Glibc
internal import SQLite

/// A database that is not there yet, made whole or not at all: whoever is killed meanwhile leaves no file
/// that holds half a schema, and no other file either.
struct NewFile {
    let path: String

    /// Makes the file with the schema of `migrator` and no articles.
    ///
    /// Where the file system has no files without a name, or somebody else made the file first, nothing is
    /// done: opening makes, or brings up to date, what is missing.
    /// - Throws: `inputOutput` where there is no room, or the folder may not be written: SQLite only says that it cannot
    ///   open what is not there.
    func make(_ migrator: Migrator) throws {
        #if os(Linux)
            let model = try Database.inMemory()
            try migrator.migrate(model)
            try TermTables.fill(model)
            let file = open(folder, O_WRONLY | O_CLOEXEC | Self.unnamed, 0o644)
            guard file >= 0 else {
                if [EROFS, EACCES, EPERM, ENOSPC, EDQUOT, EIO].contains(errno) { throw failure }
                return
            }
            defer { close(file) }
            guard write(try model.serialized(), to: file), fsync(file) == 0 else { throw failure }
            // <https://man7.org/linux/man-pages/man2/open.2.html>, on O_TMPFILE
            guard linkat(AT_FDCWD, "/proc/self/fd/\(file)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
                if [ENOSPC, EDQUOT, EIO].contains(errno) { throw failure }
                return
            }
            settleFolder()
        #endif
    }

    private var failure: StoreError {
        .inputOutput(path: path, reason: String(cString: strerror(errno)).lowercased())
    }

    private var folder: String { FilePath.folder(of: path) }

    private func write(_ bytes: [UInt8], to file: CInt) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { pwrite(file, $0.baseAddress.map { $0 + sent }, $0.count - sent, sent) }
            if count > 0 { sent += count } else if count == 0 || errno != EINTR { return false }
        }
        return true
    }

    /// Brings the new name to the disk.
    private func settleFolder() {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    /// `O_TMPFILE` of fcntl.h, which Swift does not import.
    private static let unnamed: CInt = 0o20000000 | O_DIRECTORY
}
