internal import Assets

/// What a name is compared by across articles: its words written as one, so that `Exxon Mobil` and `ExxonMobil`
/// meet, under the one name that tables know for it (`IBM`), and its legal form.
struct IdentityKey: Hashable, Sendable {
    /// `exxonmobil`; `internationalbusinessmachines` for "IBM".
    var normalized: String
    /// The class of its legal form (`ltd`), empty where the name has none. Where registered companies share the
    /// name, the words that tell them apart (`holdingco`).
    var legalForm: String
    /// The folded words without the legal form, and with it.
    var words: [String]
    var allWords: [String]

    init(_ name: String) { self.init(name, CompanyKey(name)) }

    /// - Parameter key: the key of `name`.
    init(_ name: String, _ key: CompanyKey) {
        words = key.normalized.split(separator: " ").map(String.init)
        allWords = key.legalForm.isEmpty ? words : CompanyKey.words(of: name)
        let joined = words.joined()
        normalized = OneCompany.shared.canonical[joined] ?? joined
        legalForm = key.legalForm
        guard let forms = ContestedNames.shared.forms[normalized] else {
            legalForm = TranslatedForms.form(of: key, allWords, normalized) ?? legalForm
            return
        }
        let raw = ContestedNames.form(of: CompanyKey.words(of: name), without: words)
        let near = forms.filter { !$0.isEmpty && !raw.isEmpty && (raw.hasPrefix($0) || $0.hasPrefix(raw)) }
        legalForm = !forms.contains(raw) && near.count == 1 ? near[0] : raw
    }

    /// Whether `name` bears its legal form in another language than at home.
    static func isTranslated(_ name: String) -> Bool {
        let key = CompanyKey(name)
        return TranslatedForms.form(of: key, CompanyKey.words(of: name), IdentityKey(name, key).normalized) != nil
    }

    /// Whether the name without a legal form is itself the name of a registered company beside others.
    static func standsAlone(_ normalized: String) -> Bool {
        ContestedNames.shared.forms[normalized]?.contains("") ?? false
    }
}

/// Names of one company that do not show that they are, from `data/identity/one_company.tsv`.
private struct OneCompany: Sendable {
    static let shared = OneCompany()

    /// The joined words of a name → those of the company's main name.
    let canonical: [String: String]

    private init() {
        var canonical: [String: String] = [:]
        for row in Assets.table("data/identity/one_company.tsv") where row.count == 2 {
            let (name, other) = (Self.joined(row[0]), Self.joined(row[1]))
            if name != other { canonical[name] = canonical[other] ?? other }
        }
        self.canonical = canonical
    }

    private static func joined(_ name: String) -> String {
        CompanyKey(name).normalized.filter { $0 != " " }
    }
}

/// Names that several registered companies have, from `data/identity/contested.tsv`: only the words after them
/// tell who is meant.
private struct ContestedNames: Sendable {
    static let shared = ContestedNames()

    /// The joined words of a name → the forms in which it is registered.
    let forms: [String: [String]]

    private init() {
        var forms: [String: [String]] = [:]
        for row in Assets.table("data/identity/contested.tsv") where row.count == 2 {
            forms[row[0]] = row[1].split(separator: " ").map { $0 == "-" ? "" : String($0) }
        }
        self.forms = forms
    }

    /// The words of a name that follow `stem`, spelt in one way, as one: `holdingco`.
    static func form(of words: [String], without stem: [String]) -> String {
        let start = words.first == "the" && stem.first != "the" ? 1 : 0
        return words.dropFirst(start + stem.count).map { spellings[$0] ?? $0 }.joined()
    }

    private static let spellings = [
        "corporation": "corp", "incorporated": "inc", "company": "co", "companies": "co", "cos": "co",
        "limited": "ltd", "holdings": "holding", "groupe": "group",
    ]
}
