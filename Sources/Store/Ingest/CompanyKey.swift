internal import Assets

/// What makes two names the same company across articles: the words without case, accents, letters that are
/// often written plain, punctuation, tickers and legal form; and the legal form, which tells `Acme Ltd` from its parent `Acme GmbH`.
struct CompanyKey: Hashable, Sendable {
    /// The folded words: `acme robotics` for "ACME Robotics, Ltd.".
    var normalized: String
    /// The class of its legal form (`ltd`), empty where the name has none.
    var legalForm: String

    init(normalized: String, legalForm: String) {
        self.normalized = normalized
        self.legalForm = legalForm
    }

    init(_ name: String) {
        var words = Self.words(of: name)[...]
        var legalForm = ""
        while words.count > 1, let last = words.last, let form = LegalForms.shared.atEnd[last] {
            if legalForm.isEmpty { legalForm = form }
            words.removeLast()
        }
        while words.count > 1, let first = words.first, let form = LegalForms.shared.atStart[first] {
            if legalForm.isEmpty { legalForm = form }
            words.removeFirst()
        }
        // "Merck & Co" is "Merck".
        if words.count > 1, words.last == "and" { words.removeLast() }
        normalized = words.joined(separator: " ")
        self.legalForm = legalForm
    }

    /// The words that say the legal form of a name (`co`, `ltd`), in their order.
    /// - Parameter words: all words of the name.
    func legalWords(among words: [String]) -> [String] {
        let own = normalized.split(separator: " ").count
        return words.suffix(max(0, words.count - own)).filter { LegalForms.shared.atEnd[$0].map { $0 != "" } ?? false }
    }

    /// The words by which `name` may be known, the likeliest first: "Südzucker" also as "Suedzucker", and back.
    static func spellings(of name: String) -> [String] {
        let key = CompanyKey(name).normalized
        return [key]
            + [CompanyKey(PlainLetters.shared.other(name)).normalized, PlainLetters.shared.joined(key)]
            .filter { $0 != key }
    }

    /// The folded words of a name, what stands in `<…>` or in `(…)` at its end left out; the name itself where
    /// nothing is left.
    static func words(of name: String) -> [String] {
        if let words = plainWords(of: name) { return words.isEmpty ? [name] : words }
        var words: [String] = []
        var word = ""
        var enclosed = false
        func endWord() {
            defer { word = "" }
            guard word.utf8.contains(UInt8(ascii: "/")) else {
                if !word.isEmpty { words.append(word) }
                return
            }
            // "A/S" and "S.p.A." are one word each; other slashes part words.
            let parts = word.count <= 3 ? [word.filter { $0 != "/" }] : word.split(separator: "/").map(String.init)
            words += parts.filter { !$0.isEmpty }
        }
        let folded = PlainLetters.shared.plain(Folding.fold(name))
        // "Santander (Brasil) SA" is not "Santander SA"; "Tokheim (NYSE: TOK)" is "Tokheim".
        let isInside = folded.drop { $0 != ")" }.contains { $0.isLetter }
        for scalar in folded.unicodeScalars {
            switch scalar {
            case "(" where isInside: endWord()
            case "<", "(": enclosed = true
            case ">", ")": enclosed = false
            case _ where enclosed: continue
            case ".", "'", "\u{2019}": continue
            case "/": word.unicodeScalars.append(scalar)
            case "&":
                endWord()
                words.append("and")
            case "a"..."z", "0"..."9":
                word.unicodeScalars.append(scalar)
            // Only what is not plain: to ask for properties took half of the time.
            case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
                word.unicodeScalars.append(scalar)
            default: endWord()
            }
            if enclosed { endWord() }
        }
        endWord()
        return words.isEmpty ? [name] : words
    }

    /// As `words`, for a name of plain letters without slashes and brackets, as nearly all are, in a fifth of the time;
    /// nil for others.
    private static func plainWords(of name: String) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        func endWord() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
            case UInt8(ascii: "."), UInt8(ascii: "'"): continue
            case UInt8(ascii: "&"):
                endWord()
                words.append("and")
            case UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"):
                return nil
            case 0x80...: return nil
            default: endWord()
            }
        }
        endWord()
        return words
    }
}

/// The words that say a company's legal form, from `data/legal_forms.tsv`: word → class of forms.
private struct LegalForms: Sendable {
    var atStart: [String: String] = [:]
    var atEnd: [String: String] = [:]

    static let shared = LegalForms()

    private init() {
        for row in Assets.table("data/legal_forms.tsv") where row.count == 3 {
            if row[2] != "end" { atStart[row[0]] = row[1] }
            if row[2] != "start" { atEnd[row[0]] = row[1] }
        }
    }
}
