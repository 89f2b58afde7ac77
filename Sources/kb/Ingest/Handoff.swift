import Glibc

/// Hands items from many threads to one in the order of their numbers, and makes those who are too far ahead wait, so
/// that memory stays bounded.
///
/// Items are numbered from 0 and handed over in pieces of several. What an item takes is asked for before it is made, and
/// given back when it is done with; whoever has the item that is wanted next need not wait, so that all goes on.
///
/// A lock and a condition: what passes here does not need more.
final class Handoff<Item: Sendable>: @unchecked Sendable {
    private let capacity: Int
    private let budget: Int
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    /// By the number of the first item of each piece.
    private var waiting: [Int: [Item]] = [:]
    private var next = 0
    /// What the items take that are being made, wait, or are taken and not done with.
    private var used = 0
    private var last: Int?
    private var isClosed = false

    /// - Parameters:
    ///   - capacity: how many items may be ahead of the one that is taken next.
    ///   - budget: how much all of them may take; one that takes more is made alone.
    init(capacity: Int, budget: Int) {
        self.capacity = capacity
        self.budget = budget
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

    /// Asks for what item `number` takes.
    /// - Returns: false where that would be too much now.
    func mayBegin(_ number: Int, taking amount: Int) -> Bool {
        locked { begin(number, amount) }
    }

    /// As `mayBegin`, and waits until it may. The items before it that the thread has made are to be given first.
    /// - Returns: false where nobody wants items any more.
    func begin(_ number: Int, taking amount: Int) -> Bool {
        locked {
            while !isClosed {
                if begin(number, amount) { return true }
                pthread_cond_wait(changed, lock)
            }
            return false
        }
    }

    private func begin(_ number: Int, _ amount: Int) -> Bool {
        guard number <= next || used + amount <= budget else { return false }
        used += amount
        return true
    }

    /// Items are done with that took `amount` together.
    func done(taking amount: Int) {
        locked {
            used -= amount
            pthread_cond_broadcast(changed)
        }
    }

    /// Gives the items from `number` on; waits while they are too far ahead.
    /// - Returns: false where nobody wants items any more.
    func give(_ piece: [Item], number: Int) -> Bool {
        locked {
            while number >= next + capacity && !isClosed { pthread_cond_wait(changed, lock) }
            guard !isClosed else { return false }
            waiting[number] = piece
            pthread_cond_broadcast(changed)
            return true
        }
    }

    /// Says that there are `count` items in all; the least that is said counts.
    func end(after count: Int) {
        locked {
            last = min(last ?? count, count)
            pthread_cond_broadcast(changed)
        }
    }

    /// Says that no more items are wanted.
    func close() {
        locked {
            isClosed = true
            pthread_cond_broadcast(changed)
        }
    }

    enum Taken {
        case piece([Item])
        case ended
        case timedOut
    }

    /// The next piece in order; waits for it at most until `deadline` (nanoseconds of the monotonic clock).
    func take(until deadline: UInt64?) -> Taken {
        locked {
            while true {
                if let piece = waiting.removeValue(forKey: next) {
                    next += piece.count
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
