internal import Assets
internal import Model

/// That an article uses a short name for the company of the long one, or for another company.
struct NameTie: Hashable, Sendable {
    var short: IdentityKey
    var long: IdentityKey
    /// False where the article keeps them apart.
    var isAlias: Bool

    /// What an article says of the names of its companies.
    /// - Parameter names: of each company, its own first.
    static func ties(_ names: [[Layout.Name]], in article: Article, _ companies: [Extraction.Company]) -> [NameTie] {
        var ties: [NameTie] = []
        for (index, names) in names.enumerated() {
            guard let own = names.first?.identity else { continue }
            for name in names.dropFirst() {
                guard let alias = name.identity, alias.normalized != own.normalized else { continue }
                let (short, long) = ordered(alias, own)
                if ShortForm.fits(short.words, long.words) || ShortForm.fits(short.words, long.allWords)
                    || FormerName.isCalledFormer(name.name, in: article, companies[index])
                {
                    ties.append(NameTie(short: short, long: long, isAlias: true))
                }
            }
        }
        return ties + apart(names.compactMap { $0.first?.identity })
    }

    /// Names of two companies of one article of which one looks like a short form of the other.
    private static func apart(_ keys: [IdentityKey]) -> [NameTie] {
        // A few names are laid beside each other sooner than an index of them is made.
        let index = keys.count > 12 ? LongerNames(keys) : nil
        var ties: [NameTie] = []
        for one in keys {
            for other in index?.candidates(for: one) ?? Array(keys.indices) where one != keys[other] {
                let (short, long) = ordered(one, keys[other])
                guard short == one, ShortForm.fits(short.words, long.words) else { continue }
                ties.append(NameTie(short: short, long: long, isAlias: false))
            }
        }
        return ties
    }

    /// The shorter first: ties lead from short to long, and so never in a circle.
    private static func ordered(_ one: IdentityKey, _ other: IdentityKey) -> (IdentityKey, IdentityKey) {
        func rank(_ key: IdentityKey) -> (Int, String, String) {
            (key.normalized.utf8.count, key.normalized, key.legalForm)
        }
        return rank(one) < rank(other) ? (one, other) : (other, one)
    }
}

/// Words by which an article says that a name is a former one, from `data/identity/renamings.tsv`.
private struct FormerName: Sendable {
    static let shared = FormerName()

    private let words: [[UInt8]]

    private init() {
        words = Assets.table("data/identity/renamings.tsv").compactMap { $0.first.map { Array($0.utf8) } }
    }

    /// Whether `name` stands among the company's mentions right after such words: "formerly known as Facebook".
    static func isCalledFormer(_ name: String, in article: Article, _ company: Extraction.Company) -> Bool {
        company.mentions.contains { mention in
            guard mention.start >= 0, mention.start < mention.end, mention.end <= article.text.count,
                article.text[mention.start..<mention.end].elementsEqual(name.utf8)
            else { return false }
            let before = article.text[..<mention.start].reversed().drop { $0 == 0x20 || $0 == 0x22 }
            return shared.words.contains { words in
                before.starts(with: words.reversed()) { $0 | 0x20 == $1 | 0x20 }
            }
        }
    }
}
