import Glibc

/// The lines of standard input. `readLine` would go on waiting, and without end, after a signal.
final class AnswerInput {
    private var waiting: [UInt8] = []
    private var isAtEnd = false

    /// The next line, without its end; nil after the last one, and where Ctrl-C comes.
    func line() -> String? {
        while !isAtEnd, !waiting.contains(0x0A) { fill() }
        if Interrupt.isRequested || waiting.isEmpty { return nil }
        let line = waiting.prefix { $0 != 0x0A }
        waiting.removeFirst(min(waiting.count, line.count + 1))
        return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
    }

    private func fill() {
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(STDIN_FILENO, &chunk, chunk.count)
        if count > 0 { waiting += chunk[..<count] }
        isAtEnd = count == 0 || (count < 0 && (errno != EINTR || Interrupt.isRequested))
    }
}
