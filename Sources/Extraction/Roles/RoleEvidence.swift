internal import Model

/// What is known of a clause before its roles are decided: who may have one, and what speaks for each.
///
/// A class, as a structure's dozen lists were counted wherever it was handed on.
package final class RoleEvidence {
    let features: RoleFeatures
    /// How near each company of the article stands.
    let near: [Float]
    /// What the likeliest pair of each company has.
    let tied: [Float]
    /// Those that may have a role of their own.
    let companies: [Int]
    /// For each company of the article: log-odds of owing, of getting, and what speaks for owing rather than
    /// getting; 0 for those that are not in `companies`.
    let owes: [Float]
    let gets: [Float]
    let leans: [Float]
    /// The probability of each form.
    let forms: [Float]
    /// Those that may have one together.
    let groups: [[Int]]
    /// The agreements of the article, and the probability that the clause belongs to each.
    let agreements: [[Int]]
    let links: [Float]
    /// The companies that are named in the quote, or stand for what is.
    let named: [Int]
    /// The article is wire copy, which has habits of its own.
    let isWire: Bool
    /// What all clauses of its agreement tell together, where that has two parties.
    var balance: Balance?

    /// The log-odds of something being so of the first of two parties rather than of the second.
    struct Balance {
        var first: Int
        var second: Int
        /// It owes the clause, all clauses told.
        var owes: Float
        /// It is the provider.
        var provides: Float
    }

    init(
        features: RoleFeatures, near: [Float], tied: [Float], companies: [Int], owes: [Float], gets: [Float],
        leans: [Float], forms: [Float], groups: [[Int]], agreements: [[Int]], links: [Float], named: [Int], isWire: Bool
    ) {
        self.features = features
        self.near = near
        self.tied = tied
        self.companies = companies
        self.owes = owes
        self.gets = gets
        self.leans = leans
        self.forms = forms
        self.groups = groups
        self.agreements = agreements
        self.links = links
        self.named = named
        self.isWire = isWire
    }

    var allHypotheses: RoleHypotheses { RoleHypotheses(companies: companies, groups: groups) }

    package var hypotheses: [RoleHypothesis] {
        let hypotheses = allHypotheses
        return hypotheses.all.indices.map { hypotheses[$0] }
    }

    /// Numbers a row.
    package static let columns = 44

    /// What speaks for a hypothesis.
    package func row(_ hypothesis: RoleHypothesis, _ pairs: PairTable) -> [Float] {
        var rows = RoleRows(self, pairs)
        rows.append(owe: RoleSide(hypothesis.owe, self), get: RoleSide(hypothesis.get, self))
        return rows.table
    }
}
