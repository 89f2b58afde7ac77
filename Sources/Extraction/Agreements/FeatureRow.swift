/// Hashed sparse features of one thing to decide, in runs that share a value.
package struct FeatureRow: Sendable {
    package private(set) var hashes: [UInt32] = []
    /// Where each run ends in `hashes`, and the value of its features.
    package private(set) var runs: [(end: Int, value: Float)] = []
    private var value: Float = 1

    package init() {
        // Rows have a few hundred features; growing the arrays took a tenth of the time of agreements.
        // 240, as blocks over 1 KB are not kept by thread.
        hashes.reserveCapacity(240)
        runs.reserveCapacity(32)
    }

    /// Ends the run; what follows has the value `value`.
    mutating func begin(_ value: Float) {
        endRun()
        self.value = value
    }

    mutating func add(_ template: UInt64, _ hash: UInt64) {
        hashes.append(UInt32(truncatingIfNeeded: FeatureHash.combine(template, hash)))
    }

    mutating func add(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
        add(template, FeatureHash.combine(first, second))
    }

    mutating func add(_ template: UInt64, _ number: Int) {
        add(template, UInt64(truncatingIfNeeded: number) &+ 1)
    }

    package mutating func endRun() {
        if hashes.count > runs.last?.end ?? 0 { runs.append((hashes.count, value)) }
    }

    /// Adds the runs of another row, which has ended its last.
    mutating func add(_ other: FeatureRow) {
        endRun()
        let first = hashes.count
        hashes += other.hashes
        for run in other.runs { runs.append((first + run.end, run.value)) }
    }

    /// The score of a model with one output.
    func score(_ model: LinearModel) -> Float {
        hashes.withUnsafeBufferPointer { model.score($0, runs: runs) }
    }

    /// The scores of a model's outputs.
    func scores(_ model: LinearModel) -> [Float] {
        hashes.withUnsafeBufferPointer { model.scores($0, runs: runs) }
    }
}
