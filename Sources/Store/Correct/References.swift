internal import Model

/// A company in words that outlive its id: what it was called when somebody put it right.
struct CompanyReference: Equatable {
    /// What kb called it.
    var name: String
    /// The names that meant it and no other company, `name` among them.
    var names: [String]

    init(name: String, names: [String]) {
        self.name = name
        self.names = names.contains(name) ? names : [name] + names
    }

    init?(_ fields: Fields, at path: String) {
        guard let name = fields.text(path + ".company") else { return nil }
        self.init(name: name, names: fields.list(path + ".names"))
    }

    var json: String { JSONText.object(members) }

    var members: [(String, String?)] { [("company", JSONText.quoted(name)), ("names", JSONText.array(names))] }
}

/// An agreement in words that outlive its id.
struct AgreementReference: Equatable {
    var kind: String
    var parties: [CompanyReference]
    var value: Money?
    /// SHA-256 of the articles that report it.
    var articles: [String]
    /// Whether no other agreement had this kind and these parties, so that what other articles say of such a
    /// one is about it too.
    var isOnlyOne: Bool

    init(kind: String, parties: [CompanyReference], value: Money?, articles: [String], isOnlyOne: Bool) {
        (self.kind, self.parties, self.value, self.articles, self.isOnlyOne) = (
            kind, parties, value, articles, isOnlyOne
        )
    }

    init?(_ fields: Fields, at path: String) {
        guard let kind = fields.text(path + ".kind") else { return nil }
        self.init(
            kind: kind,
            parties: fields.indices(path + ".parties", ".company").compactMap {
                CompanyReference(fields, at: path + ".parties[\($0)]")
            },
            value: fields.text(path + ".value").flatMap(Money.init(words:)),
            articles: fields.list(path + ".articles"), isOnlyOne: fields.text(path + ".only_one") == "1")
    }

    var json: String {
        JSONText.object([
            ("kind", JSONText.quoted(kind)), ("parties", JSONText.list(parties.map(\.json))),
            ("value", (value?.words).map(JSONText.quoted)), ("articles", JSONText.array(articles)),
            ("only_one", isOnlyOne ? "true" : "false"),
        ])
    }
}

/// A clause in words that outlive its id, with all that was said of it when somebody put it right.
struct ClauseReference: Equatable {
    /// SHA-256 of the article.
    var article: String
    /// Code points of the article's text.
    var range: TextRange
    var type: String
    var status: String
    var quote: String
    var obligors: [String] = []
    var beneficiaries: [String] = []
    var amount: Money?
    var percent: Double?
    var speaker: String?
    var agreement: AgreementReference?

    init(article: String, range: TextRange, type: String, status: String, quote: String) {
        (self.article, self.range, self.type, self.status, self.quote) = (article, range, type, status, quote)
    }

    init?(_ fields: Fields) {
        guard let article = fields.text("$.article"), let type = fields.text("$.type"),
            let start = fields.number("$.start"), let end = fields.number("$.end"), start >= 0, start < end
        else { return nil }
        self.init(
            article: article, range: TextRange(start, end), type: type,
            status: fields.text("$.status") ?? ClauseStatus.stated.rawValue, quote: fields.text("$.quote") ?? "")
        obligors = fields.list("$.obligor")
        beneficiaries = fields.list("$.beneficiary")
        amount = fields.text("$.amount").flatMap(Money.init(words:))
        percent = fields.text("$.percent").flatMap { Double($0) }
        speaker = fields.text("$.speaker")
        agreement = AgreementReference(fields, at: "$.agreement")
    }

    var json: String {
        JSONText.object([
            ("article", JSONText.quoted(article)), ("start", String(range.start)), ("end", String(range.end)),
            ("type", JSONText.quoted(type)), ("status", JSONText.quoted(status)), ("quote", JSONText.quoted(quote)),
            ("obligor", JSONText.array(obligors)), ("beneficiary", JSONText.array(beneficiaries)),
            ("amount", (amount?.words).map(JSONText.quoted)), ("percent", percent.map { "\($0)" }),
            ("speaker", speaker.map(JSONText.quoted)), ("agreement", agreement?.json),
        ])
    }
}

extension Money {
    /// `EUR 3000000`, as a correction writes it.
    var words: String {
        let number = Int64(exactly: amount).map { String($0) } ?? "\(amount)"
        return "\(currency) \(number)"
    }

    /// A currency of three letters and a number, in which commas may part the thousands.
    init?(words: String) {
        let parts = words.split(separator: " ").map(String.init)
        guard parts.count == 2, parts[0].utf8.count == 3, parts[0].utf8.allSatisfy({ (0x41...0x5A).contains($0) }),
            let amount = Double(parts[1].filter { $0 != "," }), amount.isFinite, amount >= 0
        else { return nil }
        self.init(amount: amount, currency: parts[0])
    }
}
