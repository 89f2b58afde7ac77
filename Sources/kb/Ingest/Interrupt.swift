import Glibc
import Synchronization

/// Ctrl-C (or SIGTERM) as a question that long work asks itself: what is done so far is kept and said.
enum Interrupt {
    /// The signal that came; 0 where none did.
    private static let signal = Atomic<CInt>(0)

    static var isRequested: Bool { signal.load(ordering: .relaxed) != 0 }

    /// With what to end then.
    static var status: ExitStatus { signal.load(ordering: .relaxed) == SIGTERM ? .terminated : .interrupted }

    /// Answers whether what is being done may go on: what was begun when the signal came has a second to be done.
    static func patience() -> () -> Bool {
        var end: UInt64?
        return {
            guard isRequested else { return true }
            let now = monotonicNanoseconds()
            if end == nil { end = now + 1_000_000_000 }
            return now < end ?? now
        }
    }

    /// From now on the first signal is noted; a second one ends the process at once.
    static func listen() {
        _ = isRequested
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { Interrupt.signal.store($0, ordering: .relaxed) }
        action.sa_flags = CInt(bitPattern: SA_RESETHAND_FLAG)
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM] {
            sigaction(signal, &action, nil)
            sigaddset(&signals, signal)
        }
        // Whoever started this process may have blocked them.
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    /// `SA_RESETHAND` of signal.h, which Swift imports with a sign that does not fit.
    private static let SA_RESETHAND_FLAG: UInt32 = 0x8000_0000
}
