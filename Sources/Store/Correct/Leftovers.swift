extension Eraser {
    /// What may have nothing left to it once an article's facts are out.
    struct Leftovers {
        var companies: [Int64] = []
        var agreements: [Int64] = []
        /// What the articles had, so that the same gets the same ids again.
        var former: [Int64: FormerFacts] = [:]
        /// The names of companies in each article, which may have another meaning now.
        var keys: [[Int64]] = []
        /// Companies between which there may be other agreements now, and those of agreements that other articles
        /// still report.
        var pairs: [DealSettler.Pair] = []
        var thinned: [DealSettler.Pair] = []
        /// Companies without a name that are parties to an agreement until that is settled.
        var waiting: [Int64] = []

        mutating func formUnion(_ other: Leftovers) {
            former.merge(other.former) { $1 }
            companies = Set(companies + other.companies).sorted()
            agreements = Set(agreements + other.agreements).sorted()
            keys += other.keys
            pairs += other.pairs
            thinned += other.thinned
            waiting += other.waiting
        }
    }
}
