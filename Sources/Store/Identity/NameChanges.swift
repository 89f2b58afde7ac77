/// What has changed among names since the articles with shared names were looked at last: only those that this can
/// concern are looked at again, so that a batch costs the same however many articles there are.
struct NameChanges {
    /// Names that several companies share since then, or of which the companies may be others.
    var shared: Set<Int64> = []
    /// The names of each article that is new or gone, or in which one has moved, and the companies that they left.
    private var meetings: [(keys: [Int64], former: Int64?)] = []

    var isEmpty: Bool { shared.isEmpty && meetings.isEmpty }

    /// These names are those of an article that is new, or that is gone.
    mutating func met(_ keys: [Int64]) {
        if !keys.isEmpty { meetings.append((keys, nil)) }
    }

    /// A name of these articles left the company `former`.
    /// - Parameter rows: an article and a name of it each, by article.
    mutating func moved(from former: Int64?, beside rows: [(article: Int64, key: Int64)]) {
        var article: Int64?
        for row in rows {
            if row.article != article { meetings.append(([], former)) }
            article = row.article
            meetings[meetings.count - 1].keys.append(row.key)
        }
    }

    /// For each company what its names have met: names, and companies.
    /// - Parameter company: the company that a name stands for everywhere.
    func partners<Failure>(
        company: (Int64) throws(Failure) -> Int64?
    ) throws(Failure) -> [Int64: Partners] {
        var partners: [Int64: Partners] = [:]
        for (keys, former) in meetings {
            var here = Partners(keys: Set(keys))
            for key in keys { if let company = try company(key) { here.companies.insert(company) } }
            if let former { here.companies.insert(former) }
            for company in here.companies { partners[company, default: Partners()].formUnion(here) }
        }
        return partners
    }

    struct Partners {
        var keys: Set<Int64> = []
        var companies: Set<Int64> = []

        var isEmpty: Bool { keys.isEmpty && companies.isEmpty }

        mutating func formUnion(_ other: Partners) {
            keys.formUnion(other.keys)
            companies.formUnion(other.companies)
        }
    }
}
