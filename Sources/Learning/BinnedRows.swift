/// Dense rows with each number replaced by its bin, column by column: what histograms are made of.
struct BinnedRows {
    /// Bins a column, at most.
    static let binCount = 64

    let count: Int
    let columns: Int
    /// The bins of column 0, then of column 1, and so on.
    let bins: [UInt8]
    /// For each column, the largest number of each bin but the last.
    let edges: [[Float]]

    init(rows: [Float], columns: Int, using chosen: [Int]) {
        count = chosen.count
        self.columns = columns
        var bins = [UInt8](repeating: 0, count: columns * chosen.count)
        var edges: [[Float]] = []
        for column in 0..<columns {
            let values = chosen.map { rows[$0 * columns + column] }
            let columnEdges = Self.edges(of: values)
            for (row, value) in values.enumerated() {
                bins[column * chosen.count + row] = UInt8(Self.bin(of: value, in: columnEdges))
            }
            edges.append(columnEdges)
        }
        self.bins = bins
        self.edges = edges
    }

    /// Cuts half-way between neighbouring numbers, so that each bin holds about the same number of rows.
    private static func edges(of values: [Float]) -> [Float] {
        let sorted = values.sorted()
        var edges: [Float] = []
        for bin in 1..<binCount where !sorted.isEmpty {
            let place = bin * sorted.count / binCount
            guard place > 0, place < sorted.count, let next = sorted[place...].first(where: { $0 > sorted[place - 1] })
            else { continue }
            let edge = sorted[place - 1] + (next - sorted[place - 1]) / 2
            if edges.last.map({ $0 < edge }) ?? true { edges.append(edge) }
        }
        return edges
    }

    /// The first bin whose edge is not below `value`.
    private static func bin(of value: Float, in edges: [Float]) -> Int {
        var (low, high) = (0, edges.count)
        while low < high {
            let middle = (low + high) / 2
            if edges[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
