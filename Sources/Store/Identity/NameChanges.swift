/// What has changed among names since the articles with shared names were looked at last: only those that this can
/// concern are looked at again, so that a batch costs the same however many articles there are.
struct NameChanges {
    /// Names that several companies share since then, or of which the companies may be others.
    var shared: Set<Int64> = []
    /// The names of each article that is new or gone.
    private var meetings: [[Int64]] = []
    /// The articles in which a name has moved, with the companies that names of theirs left. Their names are asked for
    /// once, however many of them move: an article can have as many as a book.
    private var moves: [Int64: Set<Int64>] = [:]
    private var new: Set<Int64> = []

    var isEmpty: Bool { shared.isEmpty && meetings.isEmpty && moves.isEmpty }

    /// These names are those of an article that is gone or, where it is told, new.
    mutating func met(_ keys: [Int64], in article: Int64? = nil) {
        if keys.isEmpty { return }
        meetings.append(keys)
        if let article { new.insert(article) }
    }

    /// The articles that are new or in which a name has moved, in the order of their ids: what stands beside a shared
    /// name in them is not what it was.
    var articles: [Int64] { new.union(moves.keys).sorted() }

    /// A name of these articles left the company `former`.
    mutating func moved(from former: Int64?, in articles: [Int64]) {
        for article in articles {
            moves[article, default: []].formUnion(former.map { [$0] } ?? [])
        }
    }

    /// For each company what its names have met: names, and companies.
    /// - Parameters:
    ///   - names: the names of an article.
    ///   - company: the company that a name stands for everywhere.
    func encounters<Failure>(
        names: (Int64) throws(Failure) -> [Int64], company: (Int64) throws(Failure) -> Int64?
    ) throws(Failure) -> Encounters {
        var encounters = Encounters()
        func add(_ keys: [Int64], _ former: Set<Int64>) throws(Failure) {
            var here = Partners(keys: Set(keys), companies: former)
            for key in keys { if let company = try company(key) { here.companies.insert(company) } }
            encounters.add(here)
        }
        for keys in meetings { try add(keys, []) }
        for (article, former) in moves.sorted(by: { $0.key < $1.key }) { try add(try names(article), former) }
        return encounters
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

    /// Who met whom, article by article: united only for the companies that are asked for.
    struct Encounters {
        private var all: [Partners] = []
        private var byCompany: [Int64: [Int]] = [:]

        fileprivate mutating func add(_ partners: Partners) {
            for company in partners.companies { byCompany[company, default: []].append(all.count) }
            all.append(partners)
        }

        /// What the names of these companies have met.
        func partners(of companies: [Int64]) -> Partners {
            var met = Partners()
            for place in Set(companies.flatMap { byCompany[$0] ?? [] }) { met.formUnion(all[place]) }
            return met
        }
    }
}
