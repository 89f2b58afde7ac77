/// The rows of an index that have one meaning of one part of a query.
struct Posting {
    /// The place of the part in the query.
    var part: Int
    /// What having it is worth, 0 to 1.
    var grade: Double
    /// The rows, the newest first.
    var rows: [Int64]
    /// True where there were more rows than are looked at.
    var isCapped: Bool

    /// Whether `row` is among them.
    func holds(_ row: Int64) -> Bool { holds(row...row) }

    /// Whether any row of `range` is among them.
    func holds(_ range: ClosedRange<Int64>) -> Bool {
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle] > range.upperBound { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low] >= range.lowerBound
    }
}

extension [Posting] {
    /// How well a row answers each part: several readings that hold make it surer than one.
    func grades(of row: Int64, parts: Int) -> [Double] {
        var missing = [Double](repeating: 1, count: parts)
        for posting in self where posting.holds(row) { missing[posting.part] *= 1 - posting.grade }
        return missing.map { 1 - $0 }
    }

    /// All rows that any part has, those with most of the query first.
    func ranked(weights: [Double]) -> [Int64] {
        var places: [Int64: Int] = [:]
        var rows: [Int64] = []
        // For each row and part the chance that none of its readings holds.
        var missing: [Float] = []
        for posting in self {
            for row in posting.rows {
                let place = places[row, default: rows.count]
                if place == rows.count {
                    places[row] = place
                    rows.append(row)
                    missing.append(contentsOf: repeatElement(1, count: weights.count))
                }
                missing[place * weights.count + posting.part] *= Float(1 - posting.grade)
            }
        }
        var scores = [Float](repeating: 0, count: rows.count)
        for place in rows.indices {
            for (part, weight) in weights.enumerated() {
                scores[place] += Float(weight) * (1 - missing[place * weights.count + part])
            }
        }
        return rows.indices.sorted { (scores[$1], rows[$1]) < (scores[$0], rows[$0]) }.map { rows[$0] }
    }
}
