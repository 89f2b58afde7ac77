import Foundation

/// A program that was started in a folder, with what it has printed so far.
final class RunningCommand {
    private let process = Process()
    /// Its standard input, output and error. Files take any amount of output; pipes would have to be emptied
    /// while the process runs.
    private let files: [URL]

    init(_ program: URL, _ arguments: [String], in folder: URL, input: Data = Data()) throws {
        files = (0..<3).map { _ in
            FileManager.default.temporaryDirectory.appendingPathComponent("kb-io-\(UUID().uuidString)")
        }
        for (number, file) in files.enumerated() { try (number == 0 ? input : Data()).write(to: file) }
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let path = "\(Workplace.binary.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
        process.environment = ["PATH": path, "HOME": folder.path, "LC_ALL": "C.UTF-8"]
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        files.forEach { try? FileManager.default.removeItem(at: $0) }
    }

    var isRunning: Bool { process.isRunning }

    /// What it has printed by now.
    func output() throws -> String { String(decoding: try Data(contentsOf: files[1]), as: UTF8.self) }

    func waitForOutput() throws {
        while process.isRunning, try Data(contentsOf: files[1]).isEmpty { usleep(1000) }
    }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for its end; a process that a signal ended has the status that a shell would tell.
    func result() throws -> Workplace.Result {
        process.waitUntilExit()
        let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
        return Workplace.Result(
            output: try Data(contentsOf: files[1]), errors: try Data(contentsOf: files[2]), status: status)
    }
}
