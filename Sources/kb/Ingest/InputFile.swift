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
        case S_IFDIR: throw InputError(EISDIR)
        default: throw InputError(.badInput, "not an ordinary file (to read a pipe, use - and --source)")
        }
        return try readAll(descriptor, expecting: Int(info.st_size))
    }

    static func readStandardInput() throws(InputError) -> [UInt8] {
        try readAll(STDIN_FILENO, expecting: 0)
    }

    /// Reads to the end, which for a file that grows meanwhile may be behind where it was.
    private static func readAll(_ descriptor: CInt, expecting size: Int) throws(InputError) -> [UInt8] {
        var bytes: [UInt8] = []
        var failure: CInt?
        var room = size + 1  // one more byte than expected tells the end of the file
        while failure == nil {
            let start = bytes.count
            var count = 0
            let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
                count = Glibc.read(descriptor, buffer.baseAddress, room)
                initialized = max(0, count)
            }
            if count < 0 {
                failure = errno == EINTR ? nil : errno
            } else if count == 0 {
                return bytes
            } else {
                if start == 0 { bytes = chunk } else { bytes += chunk }
                room = max(1 << 16, min(bytes.count, 1 << 24))
                if bytes.count == size { room = 1 }
            }
        }
        throw InputError(failure ?? EIO)
    }
}
