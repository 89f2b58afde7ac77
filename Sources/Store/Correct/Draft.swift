internal import Model

/// What an article says, on its way through the corrections: first as the extractor read it, in the end as
/// people put it right.
///
/// A correction finds what it is about by what that is (names, kind and parties, place and type), does its
/// part, and says so in `applied`. Nothing here looks at the database, at ids or at other articles: the same
/// reading and the same corrections give the same facts, whatever was filed before.
struct Draft {
    /// What corrections say of one agreement's report, over what the article says.
    struct Report: Equatable {
        /// The merge or split that says which reports it belongs with.
        var grouping: Int64?
        var settings: [Setting] = []
        /// The correction that accepted it.
        var accepted: Int64?
    }

    struct Setting: Equatable {
        var field: String
        var correction: Int64
        /// Nil to say that there is none.
        var text: String?
        var number: Double?
        /// The correction of the same field that it takes the place of.
        var former: Int64?
    }

    /// Two corrections that do not say the same of one thing.
    struct Contradiction: Hashable {
        var earlier: Int64
        var later: Int64
    }

    let article: Article
    /// The SHA-256 of the article, in hexadecimal.
    let sha256: String
    /// SHA-256 of the earlier readings of its source.
    let earlier: Set<String>
    var extraction: Extraction
    /// For each of the extraction's agreements.
    var reports: [Report]
    /// For each of the extraction's clauses, the id that it had.
    var clauseIDs: [Int64?]
    /// For each of them, the last correction of each of its fields; that vouches for it, of `""`.
    var clauseSettings: [[String: Int64]]
    /// The corrections that found what they are about, and those that hold though it is not there: what they
    /// vouch for was put back, what they reject is not said.
    var applied: Set<Int64> = []
    var held: Set<Int64> = []
    /// Corrections that later ones took the place of.
    var overruled: Set<Contradiction> = []
    /// What was taken out, with the correction that said so.
    var rejectedAgreements: [(agreement: Extraction.Agreement, correction: Int64)] = []
    var rejectedClauses: [(clause: ClauseReference, correction: Int64)] = []
    /// For each of the extraction's companies.
    private(set) var keys: [CompanyKey]
    /// Counts the code points of the text, once somebody asks.
    private var map: CodePointMap?

    init(_ entry: Entry, earlier: Set<String>) {
        self.earlier = earlier
        article = entry.article
        sha256 = Hexadecimal.text(entry.sha256)
        extraction = entry.extraction
        reports = Array(repeating: Report(), count: extraction.agreements.count)
        clauseIDs = Array(repeating: nil, count: extraction.clauses.count)
        clauseSettings = Array(repeating: [:], count: extraction.clauses.count)
        keys = extraction.companies.map { CompanyKey($0.name) }
    }

    /// Whether what is said of the article with this SHA-256 is said of this one.
    func isReading(_ article: String) -> Bool { article == sha256 || earlier.contains(article) }

    /// The index of the company of this name; one that the article does not name is added.
    mutating func company(named name: String) -> Int {
        let key = CompanyKey(name)
        if let known = keys.firstIndex(of: key) { return known }
        return add(Extraction.Company(name: name))
    }

    @discardableResult
    mutating func add(_ company: Extraction.Company) -> Int {
        extraction.companies.append(company)
        keys.append(CompanyKey(company.name))
        return keys.count - 1
    }

    /// Calls a company `name`; what it was called becomes another name of it, if `besidesFormer`.
    /// - Returns: true.
    @discardableResult
    mutating func call(_ company: Int, _ name: String, besidesFormer: Bool = true) -> Bool {
        let former = extraction.companies[company].name
        guard former != name else { return true }
        extraction.companies[company].name = name
        extraction.companies[company].aliases.removeAll { $0 == name }
        if besidesFormer, !extraction.companies[company].aliases.contains(former) {
            extraction.companies[company].aliases.append(former)
        }
        keys[company] = CompanyKey(name)
        return true
    }

    /// The code points of a range of bytes.
    mutating func codePoints(_ range: TextRange) -> TextRange {
        if map == nil { map = CodePointMap(article.text) }
        guard let map else { return range }
        return TextRange(map.codePoint(atByte: range.start), map.codePoint(atByte: range.end))
    }

    /// The bytes of a range of code points; nil where the text is shorter.
    func bytes(_ range: TextRange) -> TextRange? {
        var codePoint = -1
        var start: Int?
        for (offset, byte) in article.text.enumerated() where byte & 0xC0 != 0x80 {
            codePoint += 1
            if codePoint == range.start { start = offset }
            if codePoint == range.end, let start { return TextRange(start, offset) }
        }
        guard codePoint + 1 == range.end, let start else { return nil }
        return TextRange(start, article.text.count)
    }
}

enum Hexadecimal {
    static func text(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Nil where `text` is not hexadecimal.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.map { $0 }
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index..<(index + 2)], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        return bytes
    }
}
