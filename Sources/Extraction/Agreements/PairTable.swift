/// For each two companies of an article the probability that they are parties to one agreement.
package struct PairTable {
    /// Pairs `a < b` in ascending order, with their probabilities.
    package let pairs: [(a: Int, b: Int, probability: Float)]
    /// How many companies there are.
    let count: Int
    private let matrix: [Float]
    /// Where in `pairs` each pair stands; pairs that do not stand there have nothing.
    private let places: [Int32]
    /// The probabilities, the highest first.
    let sorted: [Float]

    package init(_ pairs: [(a: Int, b: Int, probability: Float)], companies count: Int) {
        var matrix = [Float](repeating: 0, count: count * count)
        var places = [Int32](repeating: -1, count: count * count)
        for (place, pair) in pairs.enumerated() {
            places[pair.a * count + pair.b] = Int32(place)
            matrix[pair.a * count + pair.b] = pair.probability
            matrix[pair.b * count + pair.a] = pair.probability
        }
        self.pairs = pairs
        self.count = count
        self.matrix = matrix
        self.places = places
        sorted = pairs.map(\.probability).sorted(by: >)
    }

    subscript(a: Int, b: Int) -> Float { matrix[a * count + b] }

    /// The least and the mean of what `company` has with the others of `set`.
    func bond(_ company: Int, _ set: [Int]) -> (least: Float, mean: Float) {
        var (least, sum, others) = (Float(1), Float(0), Float(0))
        for other in set where other != company {
            least = min(least, self[company, other])
            sum += self[company, other]
            others += 1
        }
        return others > 0 ? (least, sum / others) : (0, 0)
    }

    /// The highest of what `company` has with one outside of `set`.
    func best(_ company: Int, outside set: [Int]) -> Float {
        var best: Float = 0
        for other in 0..<count where other != company && !set.contains(other) { best = max(best, self[company, other]) }
        return best
    }

    /// The least and the mean of what all of `set` have with each other.
    func inside(_ set: [Int]) -> (least: Float, mean: Float) {
        var (least, sum, pairs) = (Float(1), Float(0), Float(0))
        for (place, a) in set.enumerated() {
            for b in set[(place + 1)...] {
                least = min(least, self[a, b])
                sum += self[a, b]
                pairs += 1
            }
        }
        return pairs > 0 ? (least, sum / pairs) : (0, 0)
    }

    /// The mean of the rows of the pairs in `set`, which is in ascending order.
    /// - Parameter rows: those of `pairs`, one after the other, each as long as the others.
    package func meanRow(of set: [Int], _ rows: ArraySlice<Float>) -> [Float] {
        let columns = rows.count / max(1, pairs.count)
        var sum = [Float](repeating: 0, count: columns)
        var found: Float = 0
        for (place, a) in set.enumerated() {
            for b in set[(place + 1)...] {
                let pair = Int(places[a * count + b])
                guard pair >= 0 else { continue }
                let first = rows.startIndex + pair * columns
                for column in 0..<columns { sum[column] += rows[first + column] }
                found += 1
            }
        }
        return sum.map { $0 / max(1, found) }
    }
}
