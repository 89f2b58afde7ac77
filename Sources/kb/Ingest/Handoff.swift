import Glibc

/// Hands pieces of work from many threads to one in the order of their numbers, and makes those who are
/// too far ahead wait, so that memory stays bounded.
///
/// A lock and a condition: the few pieces a second that pass here do not need more.
final class Handoff<Piece: Sendable>: @unchecked Sendable {
    private let capacity: Int
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var waiting: [Int: Piece] = [:]
    private var next = 0
    private var last: Int?
    private var isClosed = false

    /// - Parameter capacity: how many pieces may be ahead of the one that is taken next.
    init(capacity: Int) {
        self.capacity = capacity
        pthread_mutex_init(lock, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(changed, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(changed)
        pthread_mutex_destroy(lock)
        changed.deallocate()
        lock.deallocate()
    }

    /// Gives piece `number` (counted from 0); waits while it is too far ahead.
    /// - Returns: false where nobody wants pieces any more.
    func give(_ piece: Piece, number: Int) -> Bool {
        locked {
            while number >= next + capacity && !isClosed { pthread_cond_wait(changed, lock) }
            guard !isClosed else { return false }
            waiting[number] = piece
            pthread_cond_broadcast(changed)
            return true
        }
    }

    /// Says that there are `count` pieces in all; the least that is said counts.
    func end(after count: Int) {
        locked {
            last = min(last ?? count, count)
            pthread_cond_broadcast(changed)
        }
    }

    /// Says that no more pieces are wanted.
    func close() {
        locked {
            isClosed = true
            pthread_cond_broadcast(changed)
        }
    }

    enum Taken {
        case piece(Piece)
        case ended
        case timedOut
    }

    /// The next piece in order; waits for it at most until `deadline` (nanoseconds of the monotonic clock).
    func take(until deadline: UInt64?) -> Taken {
        locked {
            while true {
                if let piece = waiting.removeValue(forKey: next) {
                    next += 1
                    pthread_cond_broadcast(changed)
                    return .piece(piece)
                }
                if let last, next >= last { return .ended }
                guard let deadline else {
                    pthread_cond_wait(changed, lock)
                    continue
                }
                var time = timespec(tv_sec: Int(deadline / 1_000_000_000), tv_nsec: Int(deadline % 1_000_000_000))
                if pthread_cond_timedwait(changed, lock, &time) == ETIMEDOUT { return .timedOut }
            }
        }
    }

    private func locked<T>(_ body: () -> T) -> T {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return body()
    }
}

/// Nanoseconds of the monotonic clock.
func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
