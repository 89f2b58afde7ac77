import Glibc

/// A path as the system knows it. It need not be UTF-8, so its bytes are kept.
struct InputPath: Sendable {
    /// Ends with a NUL.
    let bytes: [CChar]

    /// The path for people and for the database: bytes that are not UTF-8 are shown as `�`.
    var text: String { String(decoding: bytes.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) }

    init(bytes: [CChar]) {
        self.bytes = bytes
    }

    /// The path that `argument` of the command line stands for. The argument may have lost bytes that are
    /// not UTF-8; the process still has them.
    init(argument: String) {
        bytes = InputPath.rawArgument(argument) ?? argument.utf8CString.map { $0 }
    }

    /// The path of `name` (with its NUL) inside the folder.
    func appending(_ name: [CChar]) -> InputPath {
        var path = bytes.dropLast()
        while path.last == CChar(0x2F), path.count > 1 { path.removeLast() }
        if path.last != CChar(0x2F) { path.append(0x2F) }
        return InputPath(bytes: path + name)
    }

    func status() throws(InputError) -> stat {
        var info = stat()
        guard stat(bytes, &info) == 0 else { throw InputError(errno) }
        return info
    }

    private static func rawArgument(_ argument: String) -> [CChar]? {
        guard argument.unicodeScalars.contains("\u{FFFD}") else { return nil }
        for index in 1..<max(1, Int(CommandLine.argc)) {
            if let raw = CommandLine.unsafeArgv[index], String(cString: raw) == argument {
                return Array(UnsafeBufferPointer(start: raw, count: strlen(raw) + 1))
            }
        }
        return nil
    }
}

/// Why an input could not be taken in: the words for the user and the exit status.
struct InputError: Error, Sendable {
    var status: ExitStatus
    var reason: String

    init(_ status: ExitStatus, _ reason: String) {
        self.status = status
        self.reason = reason
    }

    /// From the error number of a system call.
    init(_ number: CInt) {
        switch number {
        case ENOENT, ENOTDIR: self.init(.notFound, "no such file")
        default: self.init(.inputOutput, ErrorReport.systemMessage(number).lowercasedFirst)
        }
    }
}

extension StringProtocol {
    /// With its first letter in lower case, as words inside a message are.
    var lowercasedFirst: String { prefix(1).lowercased() + String(dropFirst()) }
}
