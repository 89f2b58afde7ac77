internal import Model
internal import SQLite

/// Finds, for names that an article gave a company first, another article that gives them too.
struct NameVouchers {
    private let database: Database
    private let readings: Readings
    private let log: CorrectionLog
    private let known: ReadCompanies

    init(_ database: Database, _ log: CorrectionLog, _ known: ReadCompanies) throws(SQLiteError) {
        self.database = database
        self.log = log
        self.known = known
        readings = try Readings(database)
    }

    /// - Returns: for each of `names` (kind, name) the first article whose reading has it for the company.
    func vouchers(for names: [(kind: String, name: String)], of company: Int64) throws -> [[String]: Int64] {
        var vouchers: [[String]: Int64] = [:]
        let places = try database.rows(
            "SELECT article_id, position FROM company_article WHERE company_id = ?1 ORDER BY article_id, position",
            [company], as: Int64.self, Int.self)
        for (article, position) in places where vouchers.count < names.count {
            let companies = try known.companies(of: article, else: companies)
            guard position < companies.count else { continue }
            for (kind, name) in names where vouchers[[kind, name]] == nil {
                let company = companies[position]
                let given =
                    kind == "name" ? [company.name] : kind == "alias" ? company.aliases : company.products
                if given.contains(name) { vouchers[[kind, name]] = article }
            }
        }
        return vouchers
    }

    /// As people put them right.
    private func companies(of article: Int64) throws -> [Extraction.Company] {
        if log.corrections.isEmpty { return try readings.companies(article) ?? [] }
        guard let entry = try readings.entry(article) else { return [] }
        return try log.draft(of: entry, article: article)?.extraction.companies ?? entry.extraction.companies
    }
}

/// The companies of articles that were read: a long article, of which many names are asked for, is read once.
final class ReadCompanies {
    private var articles: [Int64: [Extraction.Company]] = [:]
    private var count = 0
    /// Companies to be kept.
    private static let most = 10_000

    func companies(
        of article: Int64, else read: (Int64) throws -> [Extraction.Company]
    ) rethrows -> [Extraction.Company] {
        if let known = articles[article] { return known }
        let companies = try read(article)
        if count + companies.count > Self.most { forget() }
        articles[article] = companies
        count += companies.count
        return companies
    }

    func forget() {
        articles = [:]
        count = 0
    }
}
