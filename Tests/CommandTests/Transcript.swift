import Foundation

/// Commands with what they print and how they end, as a text that a person can read:
///
///     # a comment
///     $ kb query nothing --exit-status
///     < standard input, line by line
///     | standard output, line by line
///     ! standard error, line by line
///     = 1
///
/// The exit code is left out where it is 0. Output that does not end with a line end is followed by
/// `\ no line end`.
struct Transcript: Equatable {
    struct Step: Equatable {
        /// Comments and empty lines before the command.
        var preamble: [String] = []
        var command: String
        var input: [String] = []
        var output = ""
        var errors = ""
        var status: Int32 = 0
    }

    var steps: [Step] = []
    /// Comments after the last command.
    var epilogue: [String] = []

    struct Malformed: Error {
        var line: String
    }

    init(parsing text: String) throws {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.isEmpty || line.hasPrefix("#") {
                epilogue.append(line)
            } else if line.hasPrefix("$ ") {
                steps.append(Step(preamble: epilogue, command: String(line.dropFirst(2))))
                epilogue = []
            } else {
                try add(line)
            }
        }
        while epilogue.last == "" { epilogue.removeLast() }
    }

    private mutating func add(_ line: String) throws {
        guard let step = steps.indices.last, epilogue.isEmpty else { throw Malformed(line: line) }
        let rest = String(line.dropFirst(2))
        switch line.first {
        case "<": steps[step].input.append(rest)
        case "|": steps[step].output += rest + "\n"
        case "!": steps[step].errors += rest + "\n"
        case "\\": steps[step].output.removeLast()
        case "=": steps[step].status = Int32(rest) ?? -1
        default: throw Malformed(line: line)
        }
    }

    var text: String {
        (steps.map(\.text) + epilogue.map { $0 + "\n" }).joined()
    }
}

extension Transcript.Step {
    var text: String {
        var lines = preamble + ["$ " + command] + input.map { "< " + $0 }
        lines += Self.marked(output, "|") + Self.marked(errors, "!")
        if status != 0 { lines.append("= \(status)") }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func marked(_ text: String, _ mark: String) -> [String] {
        guard !text.isEmpty else { return [] }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? mark : "\(mark) \($0)"
        }
        if text.hasSuffix("\n") { lines.removeLast() } else { lines.append("\\ no line end") }
        return lines
    }
}
