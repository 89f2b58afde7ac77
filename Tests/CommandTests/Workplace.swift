import Foundation

/// A temporary folder in which the built `kb` is run as a user would run it.
final class Workplace {
    let folder: URL

    /// The top of the project.
    static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The `kb` under test: beside the tests, or `$KB_BINARY`.
    static let binary: URL = {
        if let path = ProcessInfo.processInfo.environment["KB_BINARY"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("kb")
    }()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("kb-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, path) in [("samples", "data/samples"), ("data", "data")] {
            try FileManager.default.createSymbolicLink(
                at: folder.appendingPathComponent(name),
                withDestinationURL: Workplace.project.appendingPathComponent(path))
        }
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    struct Result {
        var output: Data
        var errors: Data
        var status: Int32

        var text: String { String(decoding: output, as: UTF8.self) }
        var errorText: String { String(decoding: errors, as: UTF8.self) }
    }

    /// Writes a file for the commands to find.
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        try Data(bytes).write(to: folder.appendingPathComponent(name))
    }

    /// Runs `kb` with these arguments, and sends it `signal` once it has printed something.
    @discardableResult
    func kb(_ arguments: [String], signal: Int32? = nil) throws -> Result {
        try run(Workplace.binary, arguments, input: Data(), signal: signal)
    }

    /// Runs a line of shell, in which `kb` is the one under test.
    @discardableResult
    func shell(_ line: String, input: String = "") throws -> Result {
        try run(URL(fileURLWithPath: "/bin/sh"), ["-c", line], input: Data(input.utf8))
    }

    /// Starts `kb` with these arguments, and does not wait for its end.
    func start(_ arguments: [String], input: String = "") throws -> RunningCommand {
        try RunningCommand(Workplace.binary, arguments, in: folder, input: Data(input.utf8))
    }

    private func run(
        _ program: URL, _ arguments: [String], input: Data, signal: Int32? = nil
    ) throws -> Result {
        let command = try RunningCommand(program, arguments, in: folder, input: input)
        if let signal {
            try command.waitForOutput()
            command.send(signal)
        }
        return try command.result()
    }
}
