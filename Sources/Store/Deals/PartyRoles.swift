internal import Assets

/// The parts that the parties have in an agreement (`licensor`, `lender`), from `data/cues/party_roles.tsv`: of which
/// kind it is, and who owes its clauses and gets what they give.
struct PartyRoles: Sendable {
    static let shared = PartyRoles()

    /// A clause, as far as it tells of roles; the companies in any terms that tell them apart.
    struct Evidence<Company: Hashable> {
        var type: String
        var quote: String
        var confidence: Double
        var obligors: [Company]
        var beneficiaries: [Company]
    }

    /// What a clause of a type makes of those who owe it and those who get it.
    private struct Rule: Sendable {
        var obligor: String?
        var beneficiary: String?
        /// Beginnings of words: one of the first ones is in the quote, if there are any, and none of the others.
        var words: [String]
        var otherWords: [String]

        var asksForWords: Bool { !words.isEmpty || !otherWords.isEmpty }

        func fits(_ words: [String]) -> Bool {
            func has(_ beginnings: [String]) -> Bool {
                beginnings.contains { beginning in words.contains { $0.hasPrefix(beginning) } }
            }
            return (self.words.isEmpty || has(self.words)) && !has(otherWords)
        }
    }

    /// By the kind of the agreement, and the type of the clause.
    private let rules: [String: [String: [Rule]]]

    private init() {
        var rules: [String: [String: [Rule]]] = [:]
        for row in Assets.table("data/cues/party_roles.tsv") where row.count == 6 {
            func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
            let (obligor, beneficiary) = (row[2] == "-" ? nil : row[2], row[3] == "-" ? nil : row[3])
            rules[row[0], default: [:]][row[1], default: []].append(
                Rule(obligor: obligor, beneficiary: beneficiary, words: list(row[4]), otherWords: list(row[5])))
        }
        self.rules = rules
    }

    /// Whether clauses can tell the roles in agreements of this kind.
    func know(_ kind: String) -> Bool { rules[kind] != nil }

    /// The role of each party; nil where clauses tell none, or not the same one.
    func roles<Company: Hashable>(
        of parties: [Company], kind: String, _ clauses: [Evidence<Company>]
    ) -> [String?] {
        guard parties.count > 1, let rules = rules[kind] else { return parties.map { _ in nil } }
        var votes: [Company: [String: Double]] = [:]
        for clause in clauses {
            guard let known = rules[clause.type] else { continue }
            let words = known.contains(where: \.asksForWords) ? Self.words(of: clause.quote) : []
            for rule in known where rule.fits(words) { Self.vote(clause, rule, parties, &votes) }
        }
        let roles = parties.map { votes[$0].flatMap(Self.decided) }
        // Two of whom each is the other's lessor are neither.
        return parties.count == 2 && roles[0] == roles[1] ? [nil, nil] : roles
    }

    private static func vote<Company: Hashable>(
        _ clause: Evidence<Company>, _ rule: Rule, _ parties: [Company], _ votes: inout [Company: [String: Double]]
    ) {
        var sides = (clause.obligors.filter(parties.contains), clause.beneficiaries.filter(parties.contains))
        // What all parties owe, or all may do, tells nothing.
        guard max(sides.0.count, sides.1.count) < parties.count, Set(sides.0).isDisjoint(with: sides.1) else { return }
        // Of two parties one is the other side, also where the clause names one of them alone.
        if parties.count == 2, clause.obligors.isEmpty != clause.beneficiaries.isEmpty {
            let other = parties.filter { !sides.0.contains($0) && !sides.1.contains($0) }
            if clause.obligors.isEmpty && sides.1.count == 1 { sides.0 = other }
            if clause.beneficiaries.isEmpty && sides.0.count == 1 { sides.1 = other }
        }
        for (companies, role) in [(sides.0, rule.obligor), (sides.1, rule.beneficiary)] {
            guard let role else { continue }
            for company in companies { votes[company, default: [:]][role, default: 0] += clause.confidence }
        }
    }

    /// What two thirds of the votes say.
    private static func decided(_ votes: [String: Double]) -> String? {
        let all = votes.values.reduce(0, +)
        return votes.first { $0.value * 3 >= all * 2 && all > 0 }?.key
    }

    /// Plain letters are known without asking for the properties of each, which took a twentieth of the time of writing.
    private static func words(of quote: String) -> [String] {
        guard quote.utf8.allSatisfy({ $0 < 0x80 }) else {
            return quote.lowercased().split { !$0.isLetter }.map(String.init)
        }
        return quote.utf8.split { !(0x41...0x5A).contains($0 & 0xDF) }.map { word in
            String(decoding: word.map { $0 | 0x20 }, as: UTF8.self)
        }
    }
}
