import Glibc
import Synchronization

/// Ctrl-C (or SIGTERM) as a question that long work asks itself: what is done so far is kept and said.
enum Interrupt {
    private static let happened = Atomic<Bool>(false)

    static var isRequested: Bool { happened.load(ordering: .relaxed) }

    /// From now on the first signal is noted; a second one ends the process at once.
    static func listen() {
        _ = isRequested
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Interrupt.happened.store(true, ordering: .relaxed) }
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
