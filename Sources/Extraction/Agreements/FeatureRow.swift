/// Hashed sparse features of one thing to decide, in runs that share a value.
package struct FeatureRow: Sendable {
    package private(set) var hashes: [UInt32] = []
    /// Where each run ends in `hashes`, and the value of its features.
    package private(set) var runs: [(end: Int, value: Float)] = []
    private var value: Float = 1

    package init() {
        // Rows have a few hundred features; growing the arrays took a tenth of the time of agreements.
        hashes.reserveCapacity(256)
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

    /// The scores of a model's outputs.
    func scores(_ model: LinearModel) -> [Float] {
        hashes.withUnsafeBufferPointer { model.scores($0, runs: runs) }
    }
}
