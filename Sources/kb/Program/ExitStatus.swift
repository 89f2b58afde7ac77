/// The exit codes of kb, after sysexits.h.
enum ExitStatus: Int32, Sendable {
    case done = 0
    /// Nothing was found, and `--exit-status` asked to say so; or `verify` found a fault.
    case negative = 1
    case usage = 64
    /// An input could not be read as text.
    case badInput = 65
    /// No such file, id, name or database.
    case notFound = 66
    case internalFault = 70
    case inputOutput = 74
    /// The database stayed locked by another process.
    case locked = 75
    /// Not a kb database, or one from a newer kb.
    case badDatabase = 78
    /// By Ctrl-C.
    case interrupted = 130
    /// By SIGTERM.
    case terminated = 143
}
