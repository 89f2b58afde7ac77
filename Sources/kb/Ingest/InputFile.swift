import Glibc

/// Reads whole files.
enum InputFile {
    /// The bytes of the file at `path`. Only ordinary files are read: a pipe or a device might never end.
    static func read(_ path: InputPath) throws(InputError) -> [UInt8] {
        let descriptor = open(path.bytes, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw InputError(errno) }
        defer { close(descriptor) }
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw InputError(errno) }
        switch info.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw InputError(.inputOutput, "this is a folder, not a file")
        default: throw InputError(.badInput, "not an ordinary file (to read a pipe, use - and --source)")
        }
        return try readSettled(descriptor, info)
    }

    static func readStandardInput() throws(InputError) -> [UInt8] {
        try readAll(STDIN_FILENO, expecting: 0)
    }

    /// Reads a file that may be written meanwhile: what was read counts once the file was the same before and after.
    private static func readSettled(_ descriptor: CInt, _ before: stat) throws(InputError) -> [UInt8] {
        var before = before
        for _ in 0..<attempts {
            let bytes = try readAll(descriptor, expecting: Int(before.st_size))
            var after = stat()
            guard fstat(descriptor, &after) == 0 else { throw InputError(errno) }
            let isSame =
                before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec
                && before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
            // Files of /proc and the like say that they are empty.
            if isSame && (bytes.count == Int(after.st_size) || after.st_size == 0) { return bytes }
            guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw InputError(errno) }
            before = after
        }
        throw InputError(.inputOutput, "it is being written, and changes while it is read (try again later)")
    }

    /// How often a file that changes is read.
    private static let attempts = 3

    /// SQLite stores no longer text. <https://sqlite.org/limits.html>
    static let most = 1_000_000_000

    /// Reads to the end; of a file, at most one byte more than its size, which tells that it has grown.
    private static func readAll(_ descriptor: CInt, expecting size: Int) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = size + 1
        while size == 0 || bytes.count <= size {
            guard bytes.count < most, size < most else { throw InputError(.badInput, "it is longer than 1 GB") }
            var failure: CInt?
            let start = bytes.count
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
                count = Glibc.read(descriptor, buffer.baseAddress, room)
                failure = count < 0 ? errno : nil
                initialized = max(0, count)
            }
            if let failure, failure != EINTR { throw InputError(failure) }
            if count == 0 { return bytes }
            if start == 0 { bytes = chunk } else { bytes += chunk }
            room = size > 0 ? max(1, size + 1 - bytes.count) : max(1 << 16, min(bytes.count, 1 << 24))
        }
        return bytes
    }
}
