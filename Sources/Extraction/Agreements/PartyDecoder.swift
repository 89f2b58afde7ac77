/// Chooses among the sets of companies that may be the parties of an agreement.
package struct PartyDecoder: Sendable {
    package struct PartySet {
        /// In ascending order.
        package var parties: [Int]
        package var confidence: Float

        package init(parties: [Int], confidence: Float) {
            self.parties = parties
            self.confidence = confidence
        }
    }

    /// A set above it is an agreement.
    package var threshold: Float = 0.35

    package init() {}

    /// - Parameter candidates: the likeliest wins; another that holds it or is held by it is the same deal told
    ///   with more or fewer of its parties.
    package func sets(_ candidates: [PartySet]) -> [PartySet] {
        let order = candidates.indices.sorted {
            (-candidates[$0].confidence, $0) < (-candidates[$1].confidence, $1)
        }
        var chosen: [PartySet] = []
        for place in order {
            let candidate = candidates[place]
            guard candidate.confidence > threshold else { break }
            let isTold = chosen.contains { other in
                other.parties.allSatisfy(candidate.parties.contains)
                    || candidate.parties.allSatisfy(other.parties.contains)
            }
            if !isTold { chosen.append(candidate) }
        }
        return chosen
    }
}
