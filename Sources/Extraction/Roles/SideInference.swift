/// Weighs all clauses of an agreement between two parties together: the clauses tell who is the provider,
/// and that tells who owes each clause.
package struct SideInference {
    /// What a clause says for itself; the parties are the first and the second.
    package struct Evidence {
        /// Log-odds that the first party owes it, from the sentence.
        package var first: Float
        /// Log-odds that the provider owes it, from its type and words.
        package var provider: Float
        /// The probability that it binds one side only.
        package var directed: Float

        package init(first: Float, provider: Float, directed: Float) {
            self.first = first
            self.provider = provider
            self.directed = directed
        }
    }

    /// For each clause the log-odds that the first party owes it, all told.
    /// - Parameter prior: log-odds that the first party is the provider.
    package static func resolve(_ clauses: [Evidence], prior: Float) -> [Float] {
        var side = prior
        for clause in clauses { side += clause.directed * message(clause) }
        return clauses.map { clause in
            let others = side - clause.directed * message(clause)
            let isProvider = probability(logOdds: others)
            let owes = probability(logOdds: clause.provider)
            return clause.first + logOdds(isProvider * owes + (1 - isProvider) * (1 - owes))
        }
    }

    /// What a clause says about the first party being the provider.
    private static func message(_ clause: Evidence) -> Float {
        let (first, provider) = (probability(logOdds: clause.first), probability(logOdds: clause.provider))
        let agrees = first * provider + (1 - first) * (1 - provider)
        return logOdds(agrees)
    }
}
