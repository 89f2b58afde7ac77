/// Those who owe a clause or get it, with what is alike for all hypotheses that have them on a side.
struct RoleSide {
    /// In ascending order.
    let companies: [Int]
    /// How much speaks for their owing the clause, and for their getting it, and how far that lies above the best of the
    /// others.
    let owes: (score: Float, lead: Float)
    let gets: (score: Float, lead: Float)
    let near: Float
    /// The place of the first among the parties.
    let place: Float

    init(_ companies: [Int], _ evidence: RoleEvidence) {
        func score(_ values: [Float]) -> (score: Float, lead: Float) {
            let score = values.least(of: companies) ?? -9
            var rival: Float?
            for company in evidence.companies where !companies.contains(company) {
                rival = max(rival ?? values[company], values[company])
            }
            return (score, companies.isEmpty ? rival ?? -9 : score - (rival ?? -9))
        }
        self.companies = companies
        owes = score(evidence.owes)
        gets = score(evidence.gets)
        near = evidence.near.least(of: companies) ?? -1
        place = Float(companies.first.flatMap(evidence.features.parties.firstIndex) ?? -1)
    }
}

extension [Float] {
    /// The least of the numbers at `places`; nil where there are none.
    func least(of places: [Int]) -> Float? {
        guard let first = places.first else { return nil }
        return places.reduce(self[first]) { Swift.min($0, self[$1]) }
    }
}
