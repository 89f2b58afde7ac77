import Model
import Store

/// A small world of companies and deals, and random corrections of what a knowledge base says of it.
struct CorrectedWorld {
    var random: SplitMix
    private(set) var entries: [Entry] = []

    private static let names = [
        "Arvid Pumps", "Belmont Steel", "Cordoba Foods", "Dunlin Paper", "Estrel Optics", "Fjord Shipping",
        "Gantry Tools", "Hollis Energy", "Ibex Media", "Juniper Mills", "Korsør Glass", "Lindqvist Dairy",
    ]
    private static let kinds = ["license", "supply", "partnership", "acquisition"]
    private static let types = ["exclusivity", "payment", "term", "renewal", "termination", "non-compete"]

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        let count = Self.names.count
        for number in 0..<8 {
            let one = Self.names[(number + Int(seed)) % count]
            let other = Self.names[(number + Int(seed) + 1 + number % 3) % count]
            entries.append(Self.entry(number, number, one, other))
            // Some deals are told twice, by names that are not as full.
            if number % 2 == 0 { entries.append(Self.entry(number, number + 10, Self.short(other), one)) }
        }
    }

    private static func short(_ name: String) -> String { String(name.prefix { $0 != " " }) }

    private static func entry(_ deal: Int, _ number: Int, _ one: String, _ other: String) -> Entry {
        let article = Seed.article(
            "wire/\(number).txt", published: "2026-01-\(number + 10)",
            """
            \(one) and \(other) sign a deal
            \(one) Ltd gave \(other) an exclusive licence for Nørrebro \(number).
            \(short(other)) will pay 3 million euros a year until 2031.
            Either side may end it if the other stops.
            """)
        let clauses = ["exclusive licence", "pay 3 million euros", "until 2031", "may end it"]
        return Seed.entry(
            article,
            Extraction(
                companies: [
                    Seed.company(one, aliases: ["\(one) Ltd"], in: article),
                    Seed.company(other, aliases: [short(other)], in: article),
                ],
                agreements: [
                    .init(
                        kind: AgreementKind(rawValue: kinds[deal % kinds.count]), status: .signed, parties: [0, 1],
                        value: Money(amount: 3_000_000, currency: "EUR"), confidence: 0.8)
                ],
                clauses: clauses.enumerated().map { index, words in
                    .init(
                        agreement: 0, type: ClauseType(rawValue: types[index]), quote: Seed.range(words, in: article),
                        obligors: [index % 2], beneficiaries: [1 - index % 2], confidence: 0.7)
                }))
    }

    /// All articles as another version of the extractor reads them, which finds the same.
    func read(by extractor: String) -> [(article: Int64, entry: Entry)] {
        entries.enumerated().map { (Int64($0 + 1), Self.again($1, $1.extraction, extractor)) }
    }

    /// As one reads them that misses clauses, cuts others longer and finds other kinds.
    func readBadly(by extractor: String) -> [(article: Int64, entry: Entry)] {
        entries.enumerated().map { number, entry in
            var extraction = entry.extraction
            extraction.clauses.remove(at: number % 4)
            extraction.clauses[0].quote.end += 4
            extraction.clauses[1].status = .ended
            if number % 3 == 0 { extraction.agreements[0].kind = AgreementKind(rawValue: "other") }
            return (Int64(number + 1), Self.again(entry, extraction, extractor))
        }
    }

    private static func again(_ entry: Entry, _ extraction: Extraction, _ extractor: String) -> Entry {
        Entry(article: entry.article, extraction: extraction, sha256: [], extractor: extractor)
    }

    /// A correction of something that the base says now; some cannot be made.
    mutating func edit(of store: Store) throws -> Edit? {
        switch random.next() % 4 {
        case 0: try companyEdit(of: store)
        case 1: try agreementEdit(of: store)
        default: try clauseEdit(of: store)
        }
    }

    private mutating func companyEdit(of store: Store) throws -> Edit? {
        let companies = try store.companies().map(\.name).sorted()
        guard let company = random.pick(companies), let other = random.pick(companies),
            let article = random.pick(entries)?.article.source
        else { return nil }
        let fresh = "\(Self.names[Int(random.next() % 12)]) \(random.next() % 1000)"
        switch random.next() % 6 {
        case 0: return companies.count > 8 ? .mergeCompanies(company, into: other) : nil
        case 1: return .renameCompany(company, to: fresh)
        case 2: return .splitCompany(company, called: nil, article: article, name: fresh)
        case 3: return .addAlias(fresh, company: company)
        case 4:
            let aliases = try store.company(company).company.aliases
            return random.pick(aliases).map { .removeAlias($0, company: company) }
        default: return .distinguishCompanies(company, other)
        }
    }

    private mutating func agreementEdit(of store: Store) throws -> Edit? {
        let agreements = try store.agreements().map(\.id).sorted()
        guard let agreement = random.pick(agreements), let other = random.pick(agreements) else { return nil }
        switch random.next() % 6 {
        case 0: return agreements.count > 4 ? .rejectAgreement("\(agreement)") : .acceptAgreement("\(agreement)")
        case 1: return .mergeAgreements("\(agreement)", into: "\(other)")
        case 2:
            let articles = try store.agreement("\(agreement)").reports.map(\.source)
            return random.pick(articles).map { .splitAgreement("\(agreement)", articles: [$0]) }
        default:
            guard let field = random.pick(AgreementField.allCases), let value = try value(for: field, store) else {
                return nil
            }
            return .setAgreement("\(agreement)", field: field, to: FieldValue(value))
        }
    }

    private mutating func value(for field: AgreementField, _ store: Store) throws -> [String]? {
        switch field {
        case .kind: return random.pick(Self.kinds).map { [$0] }
        case .status: return random.pick(AgreementStatus.allCases).map { [$0.rawValue] }
        case .parties:
            let companies = try store.companies().map(\.name).sorted()
            return (0..<(random.next() % 4)).compactMap { _ in random.pick(companies) }
        case .value: return ["USD", "\(random.next() % 9000)"]
        case .announced, .effective, .expires: return ["20\(30 + random.next() % 60)"]
        }
    }

    private mutating func clauseEdit(of store: Store) throws -> Edit? {
        let clauses = try store.clauses().map(\.id)
        let companies = try store.companies().map(\.name).sorted()
        guard let clause = random.pick(clauses), let article = random.pick(entries)?.article.source else { return nil }
        switch random.next() % 5 {
        case 0: return clauses.count > 30 ? .rejectClause(clause) : .acceptClause(clause)
        case 1:
            return .addClause(
                NewClause(
                    article: article, type: random.pick(Self.types) ?? "",
                    quote: random.pick(["a deal", "if the other stops"]) ?? "",
                    obligors: random.pick(companies).map { [$0] } ?? []))
        default:
            guard let field = random.pick(ClauseField.allCases), let value = try value(for: field, companies, store)
            else { return nil }
            return .setClause(clause, field: field, to: FieldValue(value))
        }
    }

    private mutating func value(for field: ClauseField, _ companies: [String], _ store: Store) throws -> [String]? {
        switch field {
        case .type: return random.pick(Self.types).map { [$0] }
        case .status: return random.pick(ClauseStatus.allCases).map { [$0.rawValue] }
        case .quote:
            return random.pick(["sign a deal", "exclusive licence for", "may end it if", "until 2031"]).map { [$0] }
        case .obligor, .beneficiary: return (0..<(random.next() % 3)).compactMap { _ in random.pick(companies) }
        case .agreement: return random.pick(try store.agreements().map { ["\($0.id)"] } + [[]])
        case .amount: return ["EUR", "\(random.next() % 900)"]
        case .percent: return ["\(random.next() % 100)"]
        case .speaker: return random.pick([["Either side"], []])
        }
    }
}

/// Random numbers that are the same in every run.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) >> 1
    }
    /// Nil of none.
    mutating func pick<Item>(_ items: [Item]) -> Item? {
        items.isEmpty ? nil : items[Int(next() % UInt64(items.count))]
    }
}
