import Extraction
import Glibc
import Store

/// How much processor time one thread spends on each stage of an ingest, for `--timings`.
final class StageWatch {
    enum Stage: String, CaseIterable {
        case read, decode, segment, names, clauses, resolve, digest, layout, write, index, commit
    }

    private(set) var seconds: [Stage: Double] = [:]
    private var last = StageWatch.now()

    /// From now on the time counts.
    func start() { last = StageWatch.now() }

    /// What was done since the last call was `stage`.
    func lap(_ stage: Stage) {
        let now = StageWatch.now()
        seconds[stage, default: 0] += now - last
        last = now
    }

    func lap(extraction stage: Extractor.Stage) {
        switch stage {
        case .tokens: lap(.segment)
        case .names: lap(.names)
        case .clauses: lap(.clauses)
        case .agreements: lap(.resolve)
        }
    }

    func lap(store stage: IngestStage) {
        switch stage {
        case .write: lap(.write)
        case .index: lap(.index)
        case .commit: lap(.commit)
        }
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// What the watches of all threads have counted.
final class Timings: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var seconds: [StageWatch.Stage: Double] = [:]

    init() { pthread_mutex_init(lock, nil) }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    func add(_ watch: StageWatch) {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        seconds.merge(watch.seconds, uniquingKeysWith: +)
    }

    /// A line a stage: its name, seconds of processor time, and share of all.
    var lines: [String] {
        let total = max(seconds.values.reduce(0, +), 1e-9)
        return StageWatch.Stage.allCases.map { stage in
            let own = seconds[stage] ?? 0
            let hundredths = Int((own * 100).rounded())
            let digits = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
            return "\(stage.rawValue.padding(to: 10)) \(digits) s  \(Int((100 * own / total).rounded())) %"
        }
    }
}
