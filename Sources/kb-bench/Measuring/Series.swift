/// The same measure taken several times.
struct Series {
    private(set) var values: [Double] = []

    init(_ values: [Double] = []) { self.values = values }

    mutating func add(_ value: Double) { values.append(value) }

    var median: Double { quantile(0.5) }

    /// The value that 95 of 100 do not exceed.
    var p95: Double { quantile(0.95) }

    /// The quotients of values taken in the same round.
    func paired(with other: Series) -> Series { Series(zip(values, other.values).map { $0 / $1 }) }

    private func quantile(_ share: Double) -> Double {
        let sorted = values.sorted()
        guard let last = sorted.indices.last else { return .nan }
        let position = share * Double(last)
        let low = Int(position)
        return sorted[low] + (sorted[min(low + 1, last)] - sorted[low]) * (position - Double(low))
    }
}
