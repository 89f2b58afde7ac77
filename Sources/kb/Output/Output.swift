import Glibc

/// Where the bytes for a file descriptor are gathered, so that a line does not cost a system call.
///
/// (`stdout` of C is shared mutable state, which Swift 6 rejects.)
final class Output {
    private let descriptor: CInt
    private var buffer: [UInt8] = []

    init(_ descriptor: CInt) {
        self.descriptor = descriptor
    }

    static func standard() -> Output { Output(STDOUT_FILENO) }

    /// - Throws: `OutputError` where what was gathered cannot be written.
    func write(_ text: String) throws(OutputError) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= 1 << 16 { try flush() }
    }

    func line(_ text: String = "") throws(OutputError) {
        try write(text)
        try write("\n")
    }

    func flush() throws(OutputError) {
        defer { buffer.removeAll(keepingCapacity: true) }
        var sent = 0
        while sent < buffer.count {
            let count = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent)
            }
            if count >= 0 {
                sent += count
            } else if errno != EINTR {
                throw errno == EPIPE ? .closed : .failed(errno)
            }
        }
    }
}

enum OutputError: Error {
    /// Nobody reads any more: the end of a pipe such as `| head`.
    case closed
    /// The error number of write(2).
    case failed(CInt)
}
