/// How many letters have to be added, dropped, changed or swapped with their neighbour to make one word of
/// another; the measure of a typo.
enum EditDistance {
    /// The distance of `first` and `second`, or nil where it is more than `limit`.
    static func between(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
        guard abs(first.count - second.count) <= limit else { return nil }
        var before: [Int] = []
        var last = Array(0...second.count)
        for i in 0..<first.count {
            var row = [i + 1]
            row.reserveCapacity(second.count + 1)
            for j in 0..<second.count {
                var cost = min(row[j], last[j + 1]) + 1
                cost = min(cost, last[j] + (first[i] == second[j] ? 0 : 1))
                if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                    cost = min(cost, before[j - 1] + 1)
                }
                row.append(cost)
            }
            if let least = row.min(), least > limit { return nil }
            (before, last) = (last, row)
        }
        return last[second.count] <= limit ? last[second.count] : nil
    }

    /// How many typos a word of this length may have.
    static func allowed(for length: Int) -> Int { length < 5 ? 0 : length < 8 ? 1 : 2 }
}
