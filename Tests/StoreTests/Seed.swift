import Foundation
import Model
import Store

/// Articles made by hand, with what is read out of them, to fill a knowledge base for tests.
enum Seed {
    /// An article of `text`, a sentence a line; the first line is the title.
    static func article(_ source: String, published: String? = nil, _ text: String) -> Article {
        var sentences: [Sentence] = []
        var offset = 0
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let count = line.utf8.count
            if count > 0 {
                sentences.append(
                    Sentence(
                        range: TextRange(offset, offset + count), paragraph: number, role: number == 0 ? .title : .body)
                )
            }
            offset += count + 1
        }
        let title = text.split(separator: "\n").first.map(String.init) ?? ""
        return Article(source: source, title: title, published: published, text: Array(text.utf8), sentences: sentences)
    }

    /// Where `words` first stand in `article`.
    static func range(_ words: String, in article: Article) -> TextRange {
        let found = Data(article.text).range(of: Data(words.utf8))
        return TextRange(found?.lowerBound ?? 0, found?.upperBound ?? 0)
    }

    static func entry(_ article: Article, _ extraction: Extraction = Extraction(), extractor: String = "1") -> Entry {
        Entry(article: article, extraction: extraction, sha256: Entry.sha256(article.text), extractor: extractor)
    }

    static func company(_ name: String, aliases: [String] = [], products: [String] = [], in article: Article)
        -> Extraction.Company
    {
        Extraction.Company(
            name: name, aliases: aliases, products: products,
            mentions: ([name] + aliases).map { range($0, in: article) }.filter { $0.count > 0 })
    }

    /// An article that tells of one deal.
    static func report(
        _ number: Int, _ parties: [String] = ["Tarn Robotics Ltd", "Oslo Drill AS"], kind: String = "supply",
        status: AgreementStatus = .signed, published: String? = nil, value: Double? = nil, currency: String = "USD",
        announced: String? = nil, text: String = "of pumps"
    ) -> Entry {
        let article = Self.article(
            "wire/\(number).txt", published: published,
            "Deal \(number)\n\(parties.joined(separator: " and ")) agreed, number \(number), on a deal \(text).")
        return entry(
            article,
            Extraction(
                companies: parties.map { company($0, in: article) },
                agreements: [
                    .init(
                        kind: AgreementKind(rawValue: kind), status: status, parties: Array(parties.indices),
                        value: value.map { Money(amount: $0, currency: currency) }, announced: announced,
                        confidence: 0.5 + Double(number) / 100)
                ]))
    }

    /// Two companies, a licence between them, and two clauses.
    static let licence: Entry = {
        let article = Self.article(
            "wire/licence.txt", published: "2026-02-03",
            """
            Nørdlys licenses its pump design to Tarn
            OSLO – Nørdlys Pumpe AS ("Nørdlys") said it gave Tarn Robotics Ltd an exclusive licence.
            Tarn will pay 12.5 percent of its sales, or 3 million euros a year.
            The weather in Oslo was fine.
            """)
        return entry(
            article,
            Extraction(
                companies: [
                    company("Nørdlys Pumpe AS", aliases: ["Nørdlys"], products: ["PumpeOne"], in: article),
                    company("Tarn Robotics Ltd", aliases: ["Tarn"], in: article),
                ],
                agreements: [
                    .init(
                        kind: AgreementKind(rawValue: "license"), status: .signed, parties: [0, 1],
                        value: Money(amount: 3_000_000, currency: "EUR"), announced: "2026-02-03", confidence: 0.9)
                ],
                clauses: [
                    .init(
                        agreement: 0, type: ClauseType(rawValue: "revenue-share"),
                        quote: range("Tarn will pay 12.5 percent of its sales", in: article), obligors: [1],
                        beneficiaries: [0],
                        values: [Value(.percent(12.5), range: range("12.5 percent", in: article))], confidence: 0.8),
                    .init(
                        agreement: 0, type: ClauseType(rawValue: "exclusivity"),
                        quote: range("gave Tarn Robotics Ltd an exclusive licence", in: article), obligors: [0],
                        beneficiaries: [1], speaker: range("Nørdlys Pumpe AS", in: article), confidence: 0.95),
                    .init(
                        agreement: 0, type: ClauseType(rawValue: "payment"),
                        quote: range("3 million euros a year", in: article), obligors: [1], beneficiaries: [0],
                        values: [
                            Value(
                                .money(Money(amount: 3_000_000, currency: "EUR")),
                                range: range("3 million euros", in: article)),
                            Value(.duration("P1Y"), range: range("a year", in: article)),
                        ], confidence: 0.7),
                ]))
    }()

    /// The same deal, told later by another article, under short names.
    static let renewal: Entry = {
        let article = Self.article(
            "wire/renewal.txt", published: "2027-01-15",
            """
            Tarn and Nørdlys renew licence
            Tarn Robotics and Nørdlys Pumpe renewed their licence for five years.
            """)
        return entry(
            article,
            Extraction(
                companies: [company("Tarn Robotics", in: article), company("Nørdlys Pumpe", in: article)],
                agreements: [
                    .init(
                        kind: AgreementKind(rawValue: "license"), status: .inForce, parties: [0, 1],
                        announced: "2027-01-15", expires: "2032", confidence: 0.6)
                ],
                clauses: [
                    .init(
                        agreement: 0, type: ClauseType(rawValue: "renewal"), status: .changed,
                        quote: range("renewed their licence for five years", in: article))
                ]))
    }()

    /// An article about something else, in a script of its own, without an agreement.
    static let other = entry(
        article("wire/other.txt", "日本語の見出し 👩‍👩‍👧\nThe pump market grew — exclusive clubs did not.\nNothing else happened."))

    /// A knowledge base in a file of its own with the seed in it; the file goes with the test.
    static func store(_ entries: [Entry] = [licence, renewal, other]) throws -> TemporaryStore {
        let temporary = TemporaryStore()
        temporary.store = try Store.open(temporary.path, mode: .create)
        _ = try temporary.store?.ingest(entries)
        return temporary
    }
}
