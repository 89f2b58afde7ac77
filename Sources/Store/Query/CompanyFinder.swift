internal import SQLite

/// Finds the companies that a query names: by any name, ticker or product, by the first words of a name, with
/// or without accents, legal form or typos.
final class CompanyFinder {
    struct Found: Equatable {
        var ids: [Int64]
        /// How the base calls them, all names and short forms.
        var names: [String]
        var tokens: Range<Int>
        /// False where only the beginning of a name, or a name with a typo, fits.
        var isExact: Bool
    }

    // Prepared when first asked for, and kept: a phrase asks for none of them.
    private let database: Database
    private static let longest = 6
    private static let exact =
        "SELECT DISTINCT company_id FROM company_name WHERE normalized = ?1 ORDER BY company_id LIMIT 20"
    private static let beginning = """
        SELECT DISTINCT company_id FROM company_name
        WHERE normalized > ?1 || ' ' AND normalized < ?1 || '!' AND kind <> 'product' LIMIT 5
        """
    private static let nearby =
        "SELECT normalized, company_id FROM company_name WHERE normalized >= ?1 AND normalized < ?2 LIMIT 50000"
    private static let names =
        "SELECT DISTINCT name FROM company_name WHERE company_id = ?1 AND kind <> 'product' LIMIT 8"

    init(_ database: Database) { self.database = database }

    /// The companies named in `tokens`, longest names first from left to right.
    /// - Parameter isKnown: whether the text of the base has this token as a word.
    func companies(in tokens: [QueryToken], isKnown: (QueryToken) throws -> Bool) throws -> [Found] {
        var found: [Found] = []
        var index = 0
        while index < tokens.count {
            if let company = try company(in: tokens, at: index, isKnown: isKnown) {
                found.append(company)
                index = company.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func company(
        in tokens: [QueryToken], at start: Int, isKnown: (QueryToken) throws -> Bool
    ) throws -> Found? {
        guard tokens[start].shape != .sign, !CommonWords.shared.isFunction(tokens[start].folded) else { return nil }
        let most = min(Self.longest, tokens.count - start)
        for width in stride(from: most, through: 1, by: -1) {
            let range = start..<start + width
            let keys = Self.keys(tokens[range])
            guard !keys[0].isEmpty, mayBeName(tokens[range], isFirst: start == 0) else { continue }
            for key in keys {
                let ids = try look(Self.exact, key)
                if !ids.isEmpty { return try found(ids, range, isExact: true) }
            }
        }
        guard tokens[start].shape == .word, !ConceptTable.shared.knows(tokens[start].stem) else { return nil }
        return try incomplete(tokens, at: start, isKnown: isKnown)
    }

    /// Several words that every question may have are a name only where they are written as one: "more than".
    private func mayBeName(_ tokens: ArraySlice<QueryToken>, isFirst: Bool) -> Bool {
        if tokens.count == 1, let token = tokens.first { return mayBeName(token, isFirst: isFirst) }
        return tokens.contains { !CommonWords.shared.isSilent($0.folded) || $0.isCapitalized }
    }

    /// A single word that the concepts use, or that joins words, is a name only where it is written as one.
    private func mayBeName(_ token: QueryToken, isFirst: Bool) -> Bool {
        if CommonWords.shared.isSilent(token.folded) || ConceptTable.shared.knows(token.stem) {
            return token.isCapitalized && !isFirst
        }
        // "Six months" are not those of SIX Group.
        if AmountReader.isNumberWord(token.folded) { return token.text == token.text.uppercased() }
        return token.shape == .word
    }

    /// The first words of a name, or a name with a typo.
    private func incomplete(
        _ tokens: [QueryToken], at start: Int, isKnown: (QueryToken) throws -> Bool
    ) throws -> Found? {
        let token = tokens[start]
        let key = Self.keys(tokens[start...start])[0]
        let isKnown = try isKnown(token)
        guard token.isCapitalized || !isKnown, !CommonWords.shared.isSilent(token.folded) else { return nil }
        let begun = try look(Self.beginning, key)
        if (1...3).contains(begun.count) { return try found(begun, start..<start + 1, isExact: false) }
        guard !isKnown else { return nil }
        for width in stride(from: min(3, tokens.count - start), through: 1, by: -1) {
            let range = start..<start + width
            let near = try companies(near: Self.keys(tokens[range])[0], words: width)
            if !near.isEmpty { return try found(near, range, isExact: false) }
        }
        return nil
    }

    /// The companies whose names, or the first `words` words of them, are `key` but for a typo.
    private func companies(near key: String, words: Int) throws(SQLiteError) -> [Int64] {
        let wanted = Array(key.utf8)
        let allowed = EditDistance.allowed(for: wanted.count)
        guard allowed > 0, let first = key.unicodeScalars.first, first.isASCII,
            let next = Unicode.Scalar(first.value + 1)
        else { return [] }
        var best: (distance: Int, ids: [Int64]) = (allowed, [])
        for (name, id) in try database.rows(
            Self.nearby, [String(first), String(next)], as: String.self, Int64.self)
        {
            let start = name.utf8.split(separator: UInt8(ascii: " ")).prefix(words).joined(separator: [
                UInt8(ascii: " ")
            ])
            guard let distance = EditDistance.between(wanted, Array(start), atMost: best.distance) else { continue }
            if distance < best.distance { best = (distance, []) }
            if !best.ids.contains(id) { best.ids.append(id) }
        }
        return best.ids.count <= 3 ? best.ids : []
    }

    private func look(_ sql: String, _ key: String) throws(SQLiteError) -> [Int64] {
        try database.values(sql, [key], as: Int64.self)
    }

    private func found(_ ids: [Int64], _ tokens: Range<Int>, isExact: Bool) throws(SQLiteError) -> Found {
        var all: [String] = []
        for id in ids { all += try database.values(Self.names, [id], as: String.self) }
        return Found(ids: ids, names: all, tokens: tokens, isExact: isExact)
    }

    private static func keys(_ tokens: ArraySlice<QueryToken>) -> [String] {
        var name = ""
        for token in tokens {
            name += (name.isEmpty ? "" : token.gap) + token.text
        }
        return CompanyKey.spellings(of: name)
    }
}
