/// For each clause type: how often it was found, and what it was taken for.
package struct TypeConfusion: Sendable {
    package private(set) var tallies: [String: Tally] = [:]
    /// Type of the answer, type found, and how often; an empty type stands for nothing.
    package private(set) var taken: [String: [String: Int]] = [:]

    mutating func addMatch(_ type: String) {
        tallies[type, default: Tally()] += Tally(matched: 1, found: 1, gold: 1)
    }

    mutating func addMissed(_ type: String, takenFor found: String = "") {
        tallies[type, default: Tally()] += Tally(gold: 1)
        taken[type, default: [:]][found, default: 0] += 1
    }

    mutating func addSpurious(_ type: String) {
        tallies[type, default: Tally()] += Tally(found: 1)
    }

    static func += (a: inout TypeConfusion, b: TypeConfusion) {
        for (type, tally) in b.tallies { a.tallies[type, default: Tally()] += tally }
        for (type, found) in b.taken { a.taken[type, default: [:]].merge(found, uniquingKeysWith: +) }
    }
}
