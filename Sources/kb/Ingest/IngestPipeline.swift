import Extraction
import Store
import Synchronization

/// Reads and extracts on all cores and files the results with one writer, in the order of the inputs.
struct IngestPipeline {
    /// Inputs that a worker takes at once, and those that make one transaction.
    private static let chunk = 32
    private static let batch = 256
    /// Bytes of the texts that are worked at at once, and of those that make one transaction; a longer one stands alone.
    private static let budget = 32 << 20
    private static let mostInBatch = 8 << 20
    /// A transaction is also ended after this many nanoseconds, so that the user sees what is done. A fifth of it ended
    /// most of them at a hundred articles: the fewer there are, the more names move after their facts were filed, and the
    /// more pages are written twice.
    private static let patience: UInt64 = 1_000_000_000

    let plan: IngestPlan
    let store: Store
    let jobs: Int
    /// Gathers the time of each stage, where it is wanted.
    var timings: Timings?

    /// An input and what became of it.
    struct Done {
        var prepared: IngestPlan.Prepared
        var outcome: Outcome?
    }

    /// Ingests everything, or what was read when Ctrl-C came; of that, what can be filed within a second.
    /// - Parameter committed: is told what has been committed, batch after batch.
    func run(committed: ([Done]) throws -> Void) throws {
        let handoff = Handoff<IngestPlan.Prepared>(capacity: (2 * jobs + 2) * Self.chunk, budget: Self.budget)
        let chunks = (plan.inputs.count + Self.chunk - 1) / Self.chunk
        let queue = ChunkQueue(count: chunks)
        let known = try store.hasArticles() ? store.path : nil
        let workers = (0..<min(jobs, max(1, chunks))).compactMap { _ in
            Worker { [plan, timings] in
                Self.work(plan, queue, handoff, timings, known: known.flatMap(KnownArticles.init))
            }
        }
        defer {
            handoff.close()
            workers.forEach { $0.join() }
        }
        guard !workers.isEmpty else { throw Failure(.internalFault, "cannot start a thread") }
        try write(from: handoff, committed: committed)
    }

    /// Gives out the numbers of chunks, each once.
    private final class ChunkQueue: Sendable {
        let count: Int
        private let next = Atomic<Int>(0)

        init(count: Int) { self.count = count }

        func take() -> Int? {
            let number = next.add(1, ordering: .relaxed).oldValue
            return number < count ? number : nil
        }
    }

    private static func work(
        _ plan: IngestPlan, _ queue: ChunkQueue, _ handoff: Handoff<IngestPlan.Prepared>, _ timings: Timings?,
        known: KnownArticles?
    ) {
        let tools = IngestPlan.Tools(known: known, watch: timings.map { _ in StageWatch() })
        defer { if let timings, let watch = tools.watch { timings.add(watch) } }
        while let number = queue.take() {
            let range = number * chunk..<min((number + 1) * chunk, plan.inputs.count)
            var prepared: [IngestPlan.Prepared] = []
            for index in range {
                let size = plan.inputs[index].size
                if !handoff.mayBegin(index, taking: size) {
                    // What is made already must not wait for what waits for it.
                    guard prepared.isEmpty || handoff.give(prepared, number: index - prepared.count) else { return }
                    prepared = []
                    guard handoff.begin(index, taking: size) else { return }
                }
                guard !Interrupt.isRequested, var input = plan.prepare(plan.inputs[index], with: tools) else {
                    _ = prepared.isEmpty || handoff.give(prepared, number: index - prepared.count)
                    return handoff.end(after: index)
                }
                input.size = size
                prepared.append(input)
            }
            guard prepared.isEmpty || handoff.give(prepared, number: range.upperBound - prepared.count) else { return }
        }
        handoff.end(after: plan.inputs.count)
    }

    private func write(
        from handoff: Handoff<IngestPlan.Prepared>, committed: ([Done]) throws -> Void
    ) throws {
        let watch = timings.map { _ in StageWatch() }
        defer { if let timings, let watch { timings.add(watch) } }
        if let watch { try store.watch { watch.lap(store: $0) } }
        try store.run(while: Interrupt.patience())
        var pending: [IngestPlan.Prepared] = []
        var size = 0
        var deadline: UInt64?
        var isEnded = false
        while !isEnded {
            switch handoff.take(until: deadline) {
            case .piece(let prepared):
                if pending.isEmpty { deadline = monotonicNanoseconds() + Self.patience }
                pending += prepared
                size += prepared.reduce(0) { $0 + $1.size }
                if pending.count < Self.batch, size < Self.mostInBatch, let deadline,
                    monotonicNanoseconds() < deadline
                {
                    continue
                }
            case .ended: isEnded = true
            case .timedOut: break
            }
            watch?.start()
            do {
                let done = pending.isEmpty ? [] : try file(pending)
                if !done.isEmpty { try committed(done) }
            } catch StoreError.interrupted { return }
            pending.removeAll(keepingCapacity: true)
            handoff.done(taking: size)
            size = 0
            deadline = nil
        }
    }

    /// Files a batch in one transaction; where one of them cannot be filed, each in its own, so that the others are.
    private func file(_ batch: [IngestPlan.Prepared]) throws -> [Done] {
        do {
            return try fileTogether(batch)
        } catch StoreError.failed(let reason) {
            return try file(batch, insteadOf: InputError(.internalFault, "internal error: \(reason)"))
        } catch StoreError.contradicted(let path, let reason) {
            return try file(
                batch, insteadOf: InputError(.badDatabase, "\(path) is damaged (\(reason)); see kb verify"))
        }
    }

    private func file(_ batch: [IngestPlan.Prepared], insteadOf failure: InputError) throws -> [Done] {
        guard batch.count == 1, var prepared = batch.first else { return try batch.flatMap { try file([$0]) } }
        prepared.result = .failure(failure)
        return [Done(prepared: prepared, outcome: nil)]
    }

    private func fileTogether(_ batch: [IngestPlan.Prepared]) throws -> [Done] {
        let entries = batch.compactMap { try? $0.result.get() }
        var outcomes = try entries.isEmpty ? [] : store.ingest(entries)[...]
        return batch.map { prepared in
            if case .success = prepared.result { return Done(prepared: prepared, outcome: outcomes.popFirst()) }
            return Done(prepared: prepared, outcome: nil)
        }
    }
}
