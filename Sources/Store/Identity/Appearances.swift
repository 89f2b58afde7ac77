internal import SQLite

/// Which names stand in which articles, and for which companies: what was asked for is kept in memory until `forget`.
///
/// As a question to the database, whether two companies ever met was a walk through all articles of the better known
/// one, and a quarter of the time of filing at 8,000 articles.
final class Appearances {
    private let articlesOfKey: Statement
    private let keysOfCompany: Statement
    /// Of each name the articles, in the order of their ids.
    private var articles: [Int64: [Int64]] = [:]
    /// Of each company the names that stand for it everywhere.
    private var keys: [Int64: [Int64]] = [:]

    init(_ database: Database) throws(SQLiteError) {
        articlesOfKey = try Statement(
            database, "SELECT DISTINCT article_id FROM company_article WHERE key_id = ?1 ORDER BY article_id")
        keysOfCompany = try Statement(database, "SELECT id FROM company_key WHERE company_id = ?1 ORDER BY id")
    }

    func forget() {
        articles.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
    }

    func forget(companies: [Int64]) {
        for company in companies { keys[company] = nil }
    }

    func articles(with key: Int64) throws(SQLiteError) -> [Int64] {
        if let known = articles[key] { return known }
        try articlesOfKey.bind(key, at: 1)
        let found = try articlesOfKey.values(as: Int64.self)
        articles[key] = found
        return found
    }

    /// The names that stand for the company everywhere.
    func keys(of company: Int64) throws(SQLiteError) -> [Int64] {
        if let known = keys[company] { return known }
        try keysOfCompany.bind(company, at: 1)
        let found = try keysOfCompany.values(as: Int64.self)
        keys[company] = found
        return found
    }

    /// `article` names `key`.
    func add(_ key: Int64, in article: Int64) {
        guard let known = articles[key] else { return }
        let place = known.lowerBound(of: article)
        if place == known.count || known[place] != article { articles[key]?.insert(article, at: place) }
    }

    /// The name now stands for another company.
    func move(_ key: Int64, from old: Int64?, to new: Int64?) {
        if let old { keys[old]?.removeAll { $0 == key } }
        if let new, keys[new]?.contains(key) == false { keys[new]?.append(key) }
    }

    /// Whether an article names `company` beside `key`, or beside the company that `key` stands for. Names count that
    /// stand for their company everywhere, so that no decision rests on another one.
    func meets(_ key: NameKey, _ company: Int64) throws(SQLiteError) -> Bool {
        var own = [key.id]
        if let known = key.company { own += try keys(of: known).filter { $0 != key.id } }
        let others = try keys(of: company)
        for one in own {
            let here = try articles(with: one)
            for other in others where !here.isEmpty {
                if here.meets(try articles(with: other)) { return true }
            }
        }
        return false
    }
}

extension [Int64] {
    /// Of numbers in ascending order the place of the first that is not less than `number`.
    fileprivate func lowerBound(of number: Int64, from start: Int = 0) -> Int {
        var (low, high) = (start, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Whether two rows of numbers in ascending order share one.
    func meets(_ other: [Int64]) -> Bool {
        let (few, many) = count < other.count ? (self, other) : (other, self)
        var place = 0
        for number in few {
            place = many.lowerBound(of: number, from: place)
            guard place < many.count else { return false }
            if many[place] == number { return true }
        }
        return false
    }

    /// The numbers that two rows in ascending order share.
    func common(with other: [Int64]) -> [Int64] {
        let (few, many) = count < other.count ? (self, other) : (other, self)
        var common: [Int64] = []
        var place = 0
        for number in few {
            place = many.lowerBound(of: number, from: place)
            guard place < many.count else { break }
            if many[place] == number { common.append(number) }
        }
        return common
    }
}
