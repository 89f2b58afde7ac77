import ArgumentParser
import Glibc
import Store

/// The one place where an error is turned into words and an exit status.
enum ErrorReport {
    /// Prints what `error` says, on standard error or, for help that was asked for, on standard output.
    static func print(_ error: any Error) -> ExitStatus {
        switch error {
        case OutputError.closed: return .done
        case OutputError.failed(let number):
            return complain(Failure(.inputOutput, "cannot write the output: \(systemMessage(number))"))
        case let failure as Failure: return complain(failure)
        case let error as StoreError: return complain(Failure(error))
        default: return parsing(error)
        }
    }

    /// The system's words for an error number.
    static func systemMessage(_ number: CInt) -> String {
        String(cString: strerror(number))
    }

    private static func complain(_ failure: Failure) -> ExitStatus {
        if !failure.message.isEmpty {
            say("kb: \(failure.message)")
            if let hint = failure.hint { say("    \(hint)") }
        }
        return failure.status
    }

    private static func parsing(_ error: any Error) -> ExitStatus {
        if KB.exitCode(for: error) == .success {
            let out = Output.standard()
            do {
                try out.line(KB.fullMessage(for: error))
                try out.flush()
            } catch {
                return print(error)
            }
            return .done
        }
        if KB.exitCode(for: error) == .validationFailure {
            return complain(
                Failure(
                    .usage, oneLine(KB.message(for: error)),
                    hint: hintAtFile() ?? help(in: KB.fullMessage(for: error))))
        }
        return complain(Failure(.internalFault, "internal error: \(error)"))
    }

    /// A message of the argument parser on one line: it lists many values of an option on lines of their own, and
    /// few of them in quotation marks.
    private static func oneLine(_ message: String) -> String {
        let lines = message.split(separator: "\n")
        let parts = (lines.first ?? "").split(separator: " Please provide one of ", maxSplits: 1)
        let said = negativeValue(String(parts.first ?? "")).lowercasedFirst
        guard parts.count == 2 else { return said }
        let listed = lines.dropFirst().map { String($0.drop { $0 == " " || $0 == "-" }) }
        let quoted = parts[1].split(separator: "'").enumerated().filter { $0.offset % 2 == 0 }.map {
            String($0.element)
        }
        let values = listed.isEmpty ? quoted : listed
        return (said.hasSuffix(".") ? String(said.dropLast()) : said) + "; choose \(Failure.alternatives(values))"
    }

    /// The argument parser takes a negative number for an option, and misses the value of the one before it.
    private static func negativeValue(_ message: String) -> String {
        let arguments = CommandLine.arguments
        guard message.hasPrefix("Missing value for "),
            let (_, value) = zip(arguments, arguments.dropFirst()).first(where: {
                $0.hasPrefix("-") && (Double($1) ?? 0) < 0
            })
        else { return message }
        return message.replacing("Missing value for ", with: "The value '\(value)' is invalid for ", maxReplacements: 1)
    }

    /// What to write for a file whose name was taken for an option.
    private static func hintAtFile() -> String? {
        let file = CommandLine.arguments.dropFirst().first { $0.hasPrefix("-") && $0 != "-" && access($0, F_OK) == 0 }
        return file.map { "For the file '\($0)' write ./\($0)" }
    }

    /// The command that explains the usage, from the argument parser's full message.
    private static func help(in message: String) -> String? {
        message.split(separator: "\n").map { $0.drop { $0 == " " } }.first { $0.hasPrefix("See ") }.map(String.init)
    }

    private static func say(_ line: String) {
        let out = Output(STDERR_FILENO)
        let isTerminal = isatty(STDERR_FILENO) == 1
        // Where even this cannot be written there is nobody left to tell.
        try? out.line(isTerminal ? ControlCharacters.shown(line, keepingLines: true) : line)
        try? out.flush()
    }
}
