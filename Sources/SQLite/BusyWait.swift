internal import CSQLite
internal import Glibc

/// Waits for the locks of other connections.
///
/// SQLite's own way of waiting looks once in 100 ms: who comes to a writer that begins its next transaction as soon as
/// the last one ended finds the lock free once in a hundred times. So waiting connections look more often, and
/// `Database.giveWay` leaves them a moment.
final class BusyWait {
    /// Microseconds between two looks.
    private static let step: UInt64 = 5000

    /// How long to wait, in milliseconds.
    var timeout: Int32
    /// Whether the caller still wants what is waited for.
    var isWanted: () -> Bool = { true }
    private var start: UInt64 = 0

    init(timeout: Int32) { self.timeout = timeout }

    /// - Parameter count: how often it was asked for the same lock.
    func goesOn(afterAsking count: Int32) -> Bool {
        let now = Self.microseconds()
        if count == 0 { start = now }
        guard now - start < UInt64(max(0, timeout)) * 1000, isWanted() else { return false }
        usleep(UInt32(count < 5 ? Self.step / 5 : Self.step))
        return true
    }

    /// Long enough for those who wait to look twice.
    static func pause() { usleep(UInt32(3 * step)) }

    /// Of the monotonic clock.
    static func microseconds() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1000
    }
}
