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
    /// The place of the meaning among the readings of the part.
    var reading = 0

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

    /// The rows that any part has, those with most of the query first, and of equal ones the newest.
    /// - Parameter isWanted: whether rows with these grades are.
    ///
    /// Postings are sorted, so they are merged; and rows that the same postings hold score the same, so that only
    /// such sets are scored and sorted: a dictionary of all rows, sorted by their scores, took ten times as long for
    /// common words.
    func ranked(weights: [Double], where isWanted: ([Double]) -> Bool = { _ in true }) -> [Int64] {
        // A set of postings is a set of bits; of more than 64 the last do not count for the order.
        let postings = prefix(UInt64.bitWidth)
        var next = [Int](repeating: 0, count: postings.count)
        var groups: [(score: Float, isWanted: Bool, rows: [Int64])] = []
        // By the bits as a signed number, as ids are hashed too: each type that is hashed has to be looked up first.
        var places: [Int64: Int] = [:]
        while true {
            var row = Int64.min
            for (posting, place) in zip(postings, next) where place < posting.rows.count {
                row = Swift.max(row, posting.rows[place])
            }
            if row == .min { break }
            var holding: UInt64 = 0
            for (index, posting) in postings.enumerated() {
                guard next[index] < posting.rows.count, posting.rows[next[index]] == row else { continue }
                holding |= 1 << UInt64(index)
                next[index] += 1
            }
            let key = Int64(bitPattern: holding)
            let place = places[key] ?? groups.count
            if place == groups.count {
                places[key] = place
                let grades = grades(of: holding, parts: weights.count)
                groups.append((Float(zip(weights, grades).reduce(0) { $0 + $1.0 * $1.1 }), isWanted(grades), []))
            }
            if groups[place].isWanted { groups[place].rows.append(row) }
        }
        // Sets with equal scores are one group.
        var byScore: [(score: Float, rows: [Int64])] = []
        for group in groups.sorted(by: { $0.score > $1.score }) {
            if byScore.last?.score == group.score {
                byScore[byScore.count - 1].rows = (byScore[byScore.count - 1].rows + group.rows).sorted(by: >)
            } else {
                byScore.append((group.score, group.rows))
            }
        }
        return byScore.flatMap(\.rows)
    }

    /// How well a row answers each part that these postings hold.
    private func grades(of holding: UInt64, parts: Int) -> [Double] {
        var missing = [Double](repeating: 1, count: parts)
        for (index, posting) in prefix(UInt64.bitWidth).enumerated() where holding & 1 << UInt64(index) != 0 {
            missing[posting.part] *= 1 - posting.grade
        }
        return missing.map { 1 - $0 }
    }
}
