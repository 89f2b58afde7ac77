import Glibc

/// Another program that kb writes to, and whose output goes where that of kb goes.
struct Subprocess {
    private let stream: UnsafeMutablePointer<FILE>

    /// Starts `command` with the shell; nil where it cannot be started.
    init?(shell command: String) {
        guard let stream = popen(command, "we") else { return nil }
        self.stream = stream
    }

    /// Where its standard input is written.
    var input: CInt { fileno(stream) }

    /// Ends its input and waits for it.
    /// - Returns: its exit code.
    @discardableResult
    func finish() -> CInt {
        (pclose(stream) >> 8) & 0xFF
    }

    /// Whether there is a program of this name.
    static func isInstalled(_ name: String) -> Bool {
        (Environment["PATH"] ?? "").split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
    }
}
