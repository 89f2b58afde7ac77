/// Counts of what was found, of what there is, and of what is right.
struct PairScore {
    var right = 0
    var found = 0
    var wanted = 0

    var f1: Double { found + wanted > 0 ? 2 * Double(right) / Double(found + wanted) : 0 }

    var line: String {
        func share(_ part: Int, _ whole: Int) -> String { three(whole > 0 ? Double(part) / Double(whole) : 0) }
        return "P \(share(right, found)) R \(share(right, wanted)) F1 \(three(f1)) (\(right)/\(found)/\(wanted))"
    }

    /// The probability that a yes ranks above a no.
    static func auc(_ scores: [Float], _ labels: [Bool]) -> String {
        let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
        var (sum, yes) = (0, 0)
        for (rank, index) in order.enumerated() where labels[index] {
            sum += rank - yes
            yes += 1
        }
        return three(Double(sum) / Double(max(1, yes * (labels.count - yes))))
    }
}

/// With three digits after the point.
func three(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
}
