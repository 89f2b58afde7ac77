/// Which of the agreements of a text each sentence tells of: the one of whose parties it names most, or the one
/// that the sentence before told of.
struct SentenceOwners {
    let references: References
    /// For each sentence the parties of the agreement, as an index into `sets`; -1 for none.
    private let owners: [Int]
    private let sets: [[Int]]

    /// How many sentences that name nobody still belong to what was told before.
    private static let reach = 3

    init(_ deal: DealText, sets: [[Int]], references: References) {
        var owners: [Int] = []
        var last = (owner: -1, sentence: 0)
        for sentence in 0..<deal.sentenceCount {
            let named = deal.mentions[deal.sentenceMentions[sentence]]
            let referred = references.all[references.bySentence[sentence]]
            let counts = sets.map { set in
                set.reduce(0) { sum, party in
                    sum
                        + (named.contains { $0.company == party }
                            ? 2 : referred.contains { $0.company == party } ? 1 : 0)
                }
            }
            let most = counts.max() ?? 0
            let best = counts.indices.filter { counts[$0] == most }
            var owner = -1
            if most > 0 {
                owner = best.contains(last.owner) ? last.owner : best.count == 1 ? best[0] : -1
            } else if named.isEmpty, sentence - last.sentence <= Self.reach {
                owner = last.owner
            }
            if most > 0 || owner < 0 { last = (owner, sentence) }
            owners.append(owner)
        }
        self.owners = owners
        self.sets = sets
        self.references = references
    }

    /// Whether the sentence is more about `parties` than about those of any other agreement.
    func isOwn(_ sentence: Int, _ parties: [Int]) -> Bool {
        sentence >= 0 && owners[sentence] >= 0 && sets[owners[sentence]] == parties
    }

    /// Whether the sentence is more about the parties of another agreement.
    func isOthers(_ sentence: Int, _ parties: [Int]) -> Bool {
        sentence >= 0 && owners[sentence] >= 0 && sets[owners[sentence]] != parties
    }
}
