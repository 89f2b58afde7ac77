import Foundation
import Model
import Store

/// A small knowledge base made by hand, so that what the views print does not depend on what is extracted.
enum KnownBase {
    /// Files it at `path`.
    static func write(to path: String) throws {
        let store = try Store.open(path, mode: .create)
        _ = try store.ingest([hosting, update, pumps, battery])
        store.close()
    }

    /// Alta hosts Brix: exclusive, paid, and to end at some time.
    private static let hosting = entry(
        "wire/hosting.txt", published: "2025-03-14", publisher: "The Harbour Wire",
        """
        Alta Cloud to host all models of Brix
        Alta Cloud Inc will be the only company to host models of Brix AI until 2030.
        Brix will pay $400 million a year, or 12.5% of its sales if that is more.
        Either may end the contract with six months' notice.
        """,
        companies: [("Alta Cloud Inc", ["Alta Cloud"]), ("Brix AI", ["Brix"])],
        agreements: [
            .init(
                kind: kind("services"), status: .signed, parties: [0, 1],
                value: Money(amount: 400_000_000, currency: "USD"), announced: "2025-03-14", expires: "2030")
        ],
        clauses: [
            ("exclusivity", .stated, "the only company to host models of Brix AI", [1], [0]),
            ("term", .stated, "until 2030", [0, 1], [0, 1]),
            ("payment", .stated, "Brix will pay $400 million a year", [1], [0]),
            ("revenue-share", .stated, "12.5% of its sales if that is more", [1], [0]),
            ("termination", .stated, "Either may end the contract with six months' notice", [], [0, 1]),
        ])

    /// The same deal a year later, told otherwise.
    private static let update = entry(
        "wire/update.txt", published: "2026-02-27", publisher: "The Harbour Wire",
        """
        Brix may go elsewhere, Alta keeps its cut
        Alta Cloud is no longer the only host of Brix AI.
        The revenue share stands.
        """,
        companies: [("Alta Cloud", ["Alta"]), ("Brix AI", ["Brix"])],
        agreements: [
            .init(kind: kind("services"), status: .inForce, parties: [0, 1], announced: "2026-02-27")
        ],
        clauses: [
            ("exclusivity", .ended, "Alta Cloud is no longer the only host of Brix AI", [1], [0]),
            ("revenue-share", .reaffirmed, "The revenue share stands", [1], [0]),
        ])

    /// Names of another script, in a file with a long name, without a date.
    private static let pumps = entry(
        "archive/2024/a-very-long-name-of-a-file-that-no-column-holds/第一ポンプ.txt",
        """
        第一ポンプ、Alta Cloudとの供給契約を終了 🏭
        第一ポンプ and Alta Cloud Inc ended their supply contract; the last pumps* went out <b>in May</b> 🚚.
        """,
        companies: [("第一ポンプ", []), ("Alta Cloud Inc", ["Alta Cloud"])],
        agreements: [.init(kind: kind("supply"), status: .ended, parties: [0, 1])],
        clauses: [
            ("termination", .ended, "第一ポンプ and Alta Cloud Inc ended their supply contract", [0, 1], [0, 1]),
            ("supply", .stated, "the last pumps* went out <b>in May</b> 🚚", [0], [1]),
        ])

    /// Two companies whose names differ by the legal form alone.
    private static let battery = entry(
        "wire/battery.txt", published: "2025-11",
        """
        Corvo Energy AB sells cells to Corvo Energy GmbH
        Corvo Energy AB licensed a cell design to Corvo Energy GmbH for €3.5 million.
        """,
        companies: [("Corvo Energy AB", []), ("Corvo Energy GmbH", [])],
        agreements: [.init(kind: kind("license"), status: .completed, parties: [0, 1])],
        clauses: [("license-grant", .stated, "licensed a cell design to Corvo Energy GmbH", [0], [1])])

    private typealias Term = (
        type: String, status: ClauseStatus, quote: String, obligors: [Int], beneficiaries: [Int]
    )

    private static func kind(_ name: String) -> AgreementKind { AgreementKind(rawValue: name) }

    /// An article of `text`, a sentence a line, with what it says.
    private static func entry(
        _ source: String, published: String? = nil, publisher: String? = nil, _ text: String,
        companies: [(name: String, aliases: [String])], agreements: [Extraction.Agreement], clauses: [Term]
    ) -> Entry {
        func range(_ words: String) -> TextRange {
            let found = Data(text.utf8).range(of: Data(words.utf8))
            return TextRange(found?.lowerBound ?? 0, found?.upperBound ?? 0)
        }
        let lines = text.split(separator: "\n").map(String.init)
        let article = Article(
            source: source, title: lines[0], published: published, publisher: publisher, text: Array(text.utf8),
            sentences: lines.enumerated().map { number, line in
                Sentence(range: range(line), paragraph: number, role: number == 0 ? .title : .body)
            })
        let extraction = Extraction(
            companies: companies.map { name, aliases in
                .init(name: name, aliases: aliases, mentions: ([name] + aliases).map(range))
            },
            agreements: agreements,
            clauses: clauses.map {
                .init(
                    agreement: 0, type: ClauseType(rawValue: $0.type), status: $0.status, quote: range($0.quote),
                    obligors: $0.obligors, beneficiaries: $0.beneficiaries, values: values($0.quote, range),
                    confidence: 0.9)
            })
        return Entry(
            article: article, extraction: extraction, sha256: Entry.sha256(article.text), extractor: "by hand")
    }

    /// The sums and shares that the quotes name.
    private static func values(_ quote: String, _ range: (String) -> TextRange) -> [Value] {
        let known: [(String, Value.Content)] = [
            ("$400 million", .money(Money(amount: 400_000_000, currency: "USD"))), ("12.5%", .percent(12.5)),
        ]
        return known.filter { quote.contains($0.0) }.map { Value($0.1, range: range($0.0)) }
    }
}
