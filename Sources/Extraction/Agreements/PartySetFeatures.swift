package import Model

/// What speaks for a set of companies being the parties of one agreement, all of them and nobody else: what
/// the pairs inside and across have, lists of names, and the sentences and clauses that are about the set.
package struct PartySetFeatures {
    package static let columns = PairFeatures.denseCount + 50

    private let deal: DealText
    private let clauses: [Extraction.Clause]
    private let focus: ClauseFocus
    private let isParty: [Float]
    private let pairs: PairTable
    private let lists: NameLists
    /// For each sentence the companies that it names, each once.
    private let named: [[Int]]
    package let candidates: PartySets

    package init(
        _ deal: DealText, _ clauses: [Extraction.Clause], focus: ClauseFocus, isParty: [Float], pairs: PairTable
    ) {
        self.deal = deal
        self.clauses = clauses
        self.focus = focus
        self.isParty = isParty
        self.pairs = pairs
        lists = NameLists(deal)
        candidates = PartySets(pairs, lists: lists)
        named = (0..<deal.sentenceCount).map { sentence in
            var companies: [Int] = []
            for mention in deal.sentenceMentions[sentence] where !companies.contains(deal.mentions[mention].company) {
                companies.append(deal.mentions[mention].company)
            }
            return companies
        }
    }

    /// - Parameter pairRow: the mean of the rows of the pairs in the set.
    package func row(_ set: [Int], pairRow: [Float]) -> [Float] {
        var row = pairRow
        row.reserveCapacity(Self.columns)
        bonds(set, &row)
        members(set, &row)
        sentences(set, &row)
        listed(set, &row)
        clauses(set, &row)
        rivals(set, &row)
        return row
    }

    private func bonds(_ set: [Int], _ row: inout [Float]) {
        let (least, mean) = pairs.inside(set)
        var (highest, across, sum, rest) = (Float(0), Float(0), Float(0), Float(0))
        for pair in pairs.pairs {
            switch (set.contains(pair.a), set.contains(pair.b)) {
            case (true, true): highest = max(highest, pair.probability)
            case (false, false): rest = max(rest, pair.probability)
            default:
                across = max(across, pair.probability)
                sum += pair.probability
            }
        }
        let joining = (0..<pairs.count).filter { !set.contains($0) }.map { pairs.bond($0, set) }
        let means = joining.map(\.mean).sorted(by: >)
        let first = pairs.sorted.first ?? 0
        row += [Float(set.count), least, mean, highest, across, sum, joining.map(\.least).max() ?? 0]
        row += [means.first ?? 0, means.dropFirst().first ?? 0, rest, first, pairs.sorted.reduce(0, +)]
        row += [least / (highest + 1e-3), mean / (first + 1e-3), Float(pairs.sorted.count { $0 > least })]
    }

    private func members(_ set: [Int], _ row: inout [Float]) {
        let outside = set.map { pairs.best($0, outside: set) }
        let preference = zip(set, outside).map { company, outside in
            (set.map { $0 == company ? 0 : pairs[company, $0] }.max() ?? 0) - outside
        }
        let ascending = outside.sorted()
        row += [ascending.first ?? 0, ascending.last ?? 0, ascending.dropLast().last ?? 0]
        row += [preference.min() ?? 0, preference.max() ?? 0]
        let inside = set.map { isParty[$0] }
        let others = isParty.indices.filter { !set.contains($0) }.map { isParty[$0] }
        row += [inside.min() ?? 0, inside.reduce(0, +) / Float(max(1, set.count)), others.max() ?? 0]
        row += [others.reduce(0, +), Float(pairs.count), Float(clauses.count)]
    }

    private func sentences(_ set: [Int], _ row: inout [Float]) {
        var (full, exact, two, mixed, first, fewest) = (0, 0, 0, 0, 40, pairs.count)
        var isInTitle = false
        for (sentence, named) in named.enumerated() {
            let inside = named.count { set.contains($0) }
            guard inside >= 2 else { continue }
            two += 1
            if named.count > inside { mixed += 1 }
            guard inside == set.count else { continue }
            full += 1
            if named.count == inside { exact += 1 }
            first = min(first, sentence)
            fewest = min(fewest, named.count - inside)
            if deal.text.article.sentences[sentence].role == .title { isInTitle = true }
        }
        row += [Float(full), Float(exact), Float(two), Float(mixed) / Float(max(1, two)), isInTitle ? 1 : 0]
        row += [Float(fewest), Float(first)]
    }

    private func listed(_ set: [Int], _ row: inout [Float]) {
        var (most, length, lists, larger, beyond) = (0, 0, 0, 0, 0)
        for list in self.lists.lists {
            let inside = list.companies.count { set.contains($0) }
            if (inside, list.companies.count) > (most, length) { (most, length) = (inside, list.companies.count) }
            guard inside >= 2 else { continue }
            lists += 1
            if list.companies.count > inside { larger += 1 }
            beyond = max(beyond, list.companies.count - inside)
        }
        row += [Float(most), Float(length), Float(most) / Float(max(1, set.count)), Float(lists), Float(larger)]
        row.append(Float(beyond))
    }

    private func clauses(_ set: [Int], _ row: inout [Float]) {
        var sums = [Float](repeating: 0, count: 7)
        var total: Float = 0
        for (clause, near) in zip(clauses, focus.focus) {
            let confidence = Float(clause.confidence)
            let (least, second, highest, others) = Self.nearness(near, set)
            total += confidence
            sums[0] += confidence * least
            if least > 0.65 { sums[1] += confidence }
            sums[2] += confidence * second
            if second >= others, second > 0.1 { sums[3] += confidence }
            if second > others, second > 0.1, least > 0.2 { sums[4] += confidence }
            if highest > others { sums[5] += confidence }
        }
        let scale = 1 / max(0.5, total)
        row += [sums[0], sums[0] * scale, sums[1], sums[2] * scale, sums[3] * scale, sums[4] * scale, sums[5] * scale]
    }

    /// How near a clause stand the farthest, the second and the nearest of `set`, and the nearest outside.
    private static func nearness(_ near: [Float], _ set: [Int]) -> (Float, Float, Float, Float) {
        var (least, second, highest, others) = (Float(1), Float(0), Float(0), Float(0))
        for (company, value) in near.enumerated() {
            guard set.contains(company) else {
                others = max(others, value)
                continue
            }
            least = min(least, value)
            if value > highest {
                (highest, second) = (value, highest)
            } else {
                second = max(second, value)
            }
        }
        return (least, second, highest, others)
    }

    /// The candidates that hold the set or are held by it, and the likelier of the former.
    private func rivals(_ set: [Int], _ row: inout [Float]) {
        var (larger, smaller, least, mean) = (0, 0, Float(0), Float(0))
        for candidate in candidates.sets where candidate.count != set.count {
            if candidate.count > set.count, set.allSatisfy(candidate.contains) {
                let inside = pairs.inside(candidate)
                larger += 1
                least = max(least, inside.least)
                mean = max(mean, inside.mean)
            } else if candidate.count < set.count, candidate.allSatisfy(set.contains) {
                smaller += 1
            }
        }
        row += [Float(larger), Float(smaller), least, mean]
    }
}
