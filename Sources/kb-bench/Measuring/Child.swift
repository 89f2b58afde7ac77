internal import Glibc

/// A program run to its end, and what it took.
struct Child {
    /// Seconds.
    var wall: Double
    /// Seconds of all its threads, in the program and in the system for it.
    var processor: Double
    /// Bytes; never less than what kb-bench itself takes, for the system counts from before the program starts.
    var peakMemory: Double
    var status: CInt

    /// A program that cannot be started, or that failed.
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    /// Runs `arguments`, the first of which is the program's path. Its messages go where ours go.
    /// - Parameter output: the file that takes what it prints.
    /// - Throws: where it cannot be started or does not end with 0.
    @discardableResult
    static func run(_ arguments: [String], output: String = "/dev/null") throws(Failure) -> Child {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
        words.append(nil)
        defer { words.forEach { free($0) } }

        var process = pid_t()
        let start = now()
        guard posix_spawn(&process, arguments[0], &actions, nil, words, environ) == 0 else {
            throw Failure(description: "cannot run \(arguments[0])")
        }
        var status = CInt()
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        let child = Child(
            wall: now() - start, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            peakMemory: Double(usage.ru_maxrss) * 1024, status: status)
        guard status == 0 else {
            throw Failure(description: "failed (\(status)): \(arguments.joined(separator: " "))")
        }
        return child
    }

    /// What `arguments` prints, without the last line end.
    static func output(of arguments: [String], scratch: String) throws -> String {
        let file = "\(scratch)/output.txt"
        try run(arguments, output: file)
        let bytes = try readFile(file)
        return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    /// Where the shell would find `program`; nil where it is not installed.
    static func path(of program: String) -> String? {
        guard let path = getenv("PATH") else { return nil }
        return String(cString: path).split(separator: ":").map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
    }

    private static func readFile(_ path: String) throws(Failure) -> [UInt8] {
        guard let file = fopen(path, "r") else { throw Failure(description: "cannot read \(path)") }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = getc(file), byte != EOF { bytes.append(UInt8(byte)) }
        return bytes
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
