internal import Model

/// What the other clusters of an article say of one: a name listed beside companies is one as a rule, a part of a
/// company's name is not, and where no other company is named a doubtful name is less probable.
package struct NameNeighbours: Sendable {
    private let clusters: [NameCluster]
    /// How probable the labels make it that a cluster is a company.
    private let strengths: [Float]
    /// The cluster with a span that begins, or ends, at a token.
    private var begins: [Int32: Int32] = [:]
    private var ends: [Int32: Int32] = [:]
    /// The clusters with a word in one of their names.
    private var owners: [UInt64: [Int32]] = [:]
    private let tokens: NameTokens

    /// No more clusters are looked at for one word: an article of nothing but names must not take forever.
    private static let mostOwners = 40

    package init(_ clusters: [NameCluster], tokens: NameTokens) {
        self.clusters = clusters
        self.tokens = tokens
        strengths = clusters.map { cluster in
            cluster.spans.reduce(0) { $1.isProduct ? $0 : max($0, probability(logOdds: $1.logOdds)) }
        }
        for (index, cluster) in clusters.enumerated() {
            for span in cluster.spans {
                begins[Int32(span.tokens.lowerBound)] = Int32(index)
                ends[Int32(span.tokens.upperBound)] = Int32(index)
            }
            for candidate in cluster.candidates {
                for word in candidate.words where owners[word]?.last != Int32(index) {
                    owners[word, default: []].append(Int32(index))
                }
            }
        }
    }

    static let columns = 10

    /// Columns for the trees that are about cluster `index` among the others.
    func features(_ index: Int) -> [Float] {
        var possessors = Mean(), listed = Mean()
        var possessed: Float = 0
        for span in clusters[index].spans {
            let (start, end) = (span.tokens.lowerBound, span.tokens.upperBound)
            if tokens.isPossessive(start - 1) { possessors.add(strength(ends[Int32(start - 1)], not: index)) }
            if tokens.isPossessive(end) {
                possessed = max(possessed, strength(begins[Int32(end + 1)], not: index) ?? 0)
            }
            if let gap = joint(start, step: -1) { listed.add(strength(ends[Int32(start - gap)], not: index)) }
            if let gap = joint(end - 1, step: 1) { listed.add(strength(begins[Int32(end + gap)], not: index)) }
        }
        let count = Float(clusters[index].spans.count)
        let (around, inside) = overlaps(index)
        let companies = strengths.count { $0 > 0.5 } - (strengths[index] > 0.5 ? 1 : 0)
        return [
            possessors.value, possessors.count / count, listed.value, listed.most, listed.count / count, possessed,
            around, inside, Float(min(companies, 20)) / 20, Float(min(clusters.count - 1, 60)) / 60,
        ]
    }

    private func strength(_ cluster: Int32?, not index: Int) -> Float? {
        guard let cluster, cluster != index else { return nil }
        return strengths[Int(cluster)]
    }

    /// How many tokens join a name to the next in a list, from its token `index` on: a comma, `and`, or both.
    private func joint(_ index: Int, step: Int) -> Int? {
        var length = 0
        while length < 2, isJoint(index + step * (length + 1)) { length += 1 }
        return length == 0 ? nil : length
    }

    private func isJoint(_ index: Int) -> Bool {
        tokens.sign(index) == 0x2C || Self.joiners.contains(tokens.hash(index))
    }

    /// The strongest other cluster that has a name around the fullest name of `index`, and one with a name inside it.
    private func overlaps(_ index: Int) -> (around: Float, inside: Float) {
        let words = tokens.spokenWords(clusters[index].fullest.tokens)
        var around: Float = 0, inside: Float = 0
        for (place, word) in words.enumerated() {
            for other in (owners[word] ?? []).prefix(Self.mostOwners) where other != index {
                let strength = strengths[Int(other)]
                for candidate in clusters[Int(other)].candidates {
                    if place == 0, strength > around, Self.contains(candidate.words, words) { around = strength }
                    if candidate.words[0] == word, strength > inside, Self.contains(words, candidate.words) {
                        inside = strength
                    }
                }
            }
        }
        return (around, inside)
    }

    private static func contains(_ long: [UInt64], _ short: [UInt64]) -> Bool {
        guard short.count <= long.count else { return false }
        return (0...long.count - short.count).contains { long[$0..<$0 + short.count].elementsEqual(short) }
    }

    /// A mean, -1 of nothing, with its greatest value.
    private struct Mean {
        var count: Float = 0
        private var sum: Float = 0
        private(set) var most: Float = -1

        mutating func add(_ value: Float?) {
            guard let value else { return }
            count += 1
            sum += value
            most = max(most, value)
        }

        var value: Float { count == 0 ? -1 : sum / count }
    }

    private static let joiners = Set(["and", "or", "with", "y", "et", "und"].map { FeatureHash.of($0.utf8) })
}
