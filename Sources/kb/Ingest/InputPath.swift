import Glibc

/// A path as the system knows it. It need not be UTF-8, so its bytes are kept.
struct InputPath: Sendable {
    /// Ends with a NUL.
    let bytes: [CChar]

    /// The path for people and for the database: each byte that is not UTF-8 is shown as `�` with its number, `�FF`, so
    /// that no two files have one name, and neither takes the place of the other.
    var text: String {
        var rest = bytes.dropLast().map(UInt8.init(bitPattern:))[...]
        if let text = String(validating: rest, as: UTF8.self), !text.unicodeScalars.contains("\u{FFFD}") { return text }
        var text = ""
        while let first = rest.first {
            let scalar = (1...4).lazy.compactMap { String(validating: rest.prefix($0), as: UTF8.self) }.first
            if let scalar, scalar != "\u{FFFD}" {
                text += scalar
                rest.removeFirst(scalar.utf8.count)
            } else {
                text += "\u{FFFD}" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true)
                rest.removeFirst()
            }
        }
        return text
    }

    init(bytes: [CChar]) {
        self.bytes = bytes
    }

    /// The path that `argument` of the command line stands for. The argument may have lost bytes that are
    /// not UTF-8; the process still has them.
    /// - Parameter number: how many arguments before it read the same after that loss.
    init(argument: String, number: Int = 0) {
        bytes = InputPath.rawArgument(argument, number) ?? argument.utf8CString.map { $0 }
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

    private static func rawArgument(_ argument: String, _ number: Int) -> [CChar]? {
        guard argument.unicodeScalars.contains("\u{FFFD}") else { return nil }
        let all = (1..<max(1, Int(CommandLine.argc))).lazy.compactMap { CommandLine.unsafeArgv[$0] }
        return all.filter { String(cString: $0) == argument }.dropFirst(number).first.map {
            Array(UnsafeBufferPointer(start: $0, count: strlen($0) + 1))
        }
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
