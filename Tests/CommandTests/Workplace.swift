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

    private func run(
        _ program: URL, _ arguments: [String], input: Data, signal: Int32? = nil
    ) throws -> Result {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let path = "\(Workplace.binary.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin"
        process.environment = ["PATH": path, "HOME": folder.path, "LC_ALL": "C.UTF-8"]
        // Files take any amount of output; pipes would have to be emptied while the process runs.
        let files = try (0..<3).map { number in
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("kb-io-\(UUID().uuidString)")
            try (number == 0 ? input : Data()).write(to: url)
            return url
        }
        defer { files.forEach { try? FileManager.default.removeItem(at: $0) } }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        if let signal {
            while process.isRunning, try Data(contentsOf: files[1]).isEmpty { usleep(1000) }
            kill(process.processIdentifier, signal)
        }
        process.waitUntilExit()
        let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Result(output: try Data(contentsOf: files[1]), errors: try Data(contentsOf: files[2]), status: status)
    }
}
