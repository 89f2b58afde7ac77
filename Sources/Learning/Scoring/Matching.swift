internal import Model

/// Pairs items of the answer with items found.
enum Matching {
    /// Greedy one-to-one pairs, the best score first; of equal ones the later.
    /// - Parameter score: of the item of the answer and the item found with these indices; 0 where they do
    ///   not fit.
    static func pairs(_ gold: Int, _ found: Int, score: (Int, Int) -> Double) -> [(gold: Int, found: Int)] {
        var candidates: [(score: Double, gold: Int, found: Int)] = []
        for i in 0..<gold {
            for j in 0..<found {
                let score = score(i, j)
                if score > 0 { candidates.append((score, i, j)) }
            }
        }
        candidates.sort { ($0.score, $0.gold, $0.found) > ($1.score, $1.gold, $1.found) }
        var usedGold: Set<Int> = [], usedFound: Set<Int> = []
        return candidates.compactMap { candidate in
            guard !usedGold.contains(candidate.gold), !usedFound.contains(candidate.found) else { return nil }
            usedGold.insert(candidate.gold)
            usedFound.insert(candidate.found)
            return (candidate.gold, candidate.found)
        }
    }

    /// Intersection over union.
    static func overlap(_ a: TextRange, _ b: TextRange) -> Double {
        let shared = min(a.end, b.end) - max(a.start, b.start)
        return shared > 0 ? Double(shared) / Double(max(a.end, b.end) - min(a.start, b.start)) : 0
    }

    /// The overlap where it is at least a half, else 0.
    static func halfOverlap(_ a: TextRange, _ b: TextRange) -> Double {
        let overlap = overlap(a, b)
        return overlap >= 0.5 ? overlap : 0
    }
}
