internal import Extraction
internal import Model

/// Who is the provider of each agreement of two parties, from who owes and who gets its clauses. The
/// answers do not say it: it is what makes the types of clauses agree best (expectation maximisation).
struct SideLabels {
    /// For each article and agreement the provider; nil where the clauses do not tell.
    private(set) var providers: [[Int?]]

    private struct Owed {
        var type: String
        var kind: Int
        var owes: Int
        var gets: Int
    }

    /// Where to begin: types that a provider owes, and types that it is owed.
    private static let owed: Set<String> = [
        "supply", "license-grant", "warranty-duration", "exclusivity", "post-termination-services",
        "source-code-escrow",
        "price-restriction", "most-favored-nation", "irrevocable-or-perpetual-license", "unlimited-license",
        "affiliate-license-licensee",
    ]
    private static let due: Set<String> = [
        "payment", "minimum-commitment", "revenue-share", "non-transferable-license",
    ]

    init(_ articles: [DealArticle]) {
        let clauses: [[[Owed]]] = articles.map { article in
            var owed = [[Owed]](repeating: [], count: article.agreements.count)
            for (clause, answer) in zip(article.clauses, article.answers) {
                guard let answer, let index = answer.agreement, !article.agreements[index].parties.contains(-1),
                    let sides = answer.sides(article.agreements[index].parties)
                else { continue }
                owed[index].append(
                    Owed(
                        type: clause.type.rawValue, kind: article.agreements[index].kind, owes: sides.owes,
                        gets: sides.gets))
            }
            return owed
        }
        var byType: [String: Double] = [:]
        for type in Self.owed { byType[type] = 0.9 }
        for type in Self.due { byType[type] = 0.1 }
        var byKind: [String: Double] = [:]
        var providers: [[Int?]] = []
        for _ in 0..<8 {
            providers = clauses.map { $0.map { Self.provider($0, byType, byKind) } }
            (byType, byKind) = Self.shares(clauses, providers)
        }
        self.providers = providers
    }

    private static func key(_ clause: Owed) -> String { "\(clause.kind) \(clause.type)" }

    private static func provider(_ clauses: [Owed], _ byType: [String: Double], _ byKind: [String: Double]) -> Int? {
        guard let first = clauses.first else { return nil }
        var balance = 0.0  // for the one who owes the first clause
        for clause in clauses {
            let share = byKind[key(clause)] ?? byType[clause.type] ?? 0.5
            balance += (clause.owes == first.owes ? 1 : -1) * (share - 0.5)
        }
        return balance == 0 ? nil : balance > 0 ? first.owes : first.gets
    }

    /// How often the provider owes a clause of a type, and of a type in a kind of agreement.
    private static func shares(_ clauses: [[[Owed]]], _ providers: [[Int?]]) -> ([String: Double], [String: Double]) {
        var types: [String: (yes: Double, all: Double)] = [:]
        var kinds: [String: (type: String, yes: Double, all: Double)] = [:]
        for (clauses, providers) in zip(clauses, providers) {
            for (clauses, provider) in zip(clauses, providers) {
                guard let provider else { continue }
                for clause in clauses {
                    let yes = clause.owes == provider ? 1.0 : 0
                    types[clause.type, default: (1, 2)].yes += yes
                    types[clause.type, default: (1, 2)].all += 1
                    kinds[key(clause), default: (clause.type, 0, 0)].yes += yes
                    kinds[key(clause), default: (clause.type, 0, 0)].all += 1
                }
            }
        }
        let byType = types.mapValues { $0.yes / $0.all }
        return (byType, kinds.mapValues { ($0.yes + 4 * (byType[$0.type] ?? 0.5)) / ($0.all + 4) })
    }
}
