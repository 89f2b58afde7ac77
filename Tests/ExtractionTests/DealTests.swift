import Model
import Reading
import Testing

@testable import Extraction

/// Agreements and roles on marked text: `[name]` is a company, `{type: words}` a clause.
@Suite struct DealTests {
    static let finder = DealFinder()

    /// Agreements as `A + B: kind, status`, clauses as `type: A > B, status`.
    static func found(_ marked: String) throws -> (agreements: [String], clauses: [String]) {
        let marked = MarkedText(marked)
        let article = try Reader().read(Array(marked.text.utf8), source: "")
        let found = try #require(finder).find(TokenizedText(article), companies: marked.companies, clauses: marked.clauses)
        func names(_ companies: [Int]) -> String { companies.map { marked.companies[$0].name }.sorted().joined(separator: " + ") }
        return (
            found.agreements.map { "\(names($0.parties)): \($0.kind.rawValue), \($0.status.rawValue)" },
            found.clauses.map { "\($0.type.rawValue): \(names($0.obligors)) > \(names($0.beneficiaries)), \($0.status.rawValue)" }
        )
    }

    @Test func anActiveVerbTellsWhoPays() throws {
        let found = try Self.found("[Norvik Oy] signs with [Tessera Chips]\n\n[Norvik Oy] has agreed to buy sensors from [Tessera Chips]. {payment: [Norvik Oy] will pay [Tessera Chips] $5 million a year}.\n")
        #expect(found.agreements.first?.hasPrefix("Norvik Oy + Tessera Chips: ") == true)
        #expect(found.clauses == ["payment: Norvik Oy > Tessera Chips, stated"])
    }

    @Test func aCompanyWithoutADealIsNoParty() throws {
        let found = try Self.found("[Norvik Oy] licenses camera patents to [Tessera Chips]\n\n[Norvik Oy] said it had licensed its camera patents to [Tessera Chips]. {license-grant: [Norvik Oy] grants [Tessera Chips] a license to its patents}. Shares of rival [Amberline] fell, an analyst at [Halden Bank] said.\n")
        #expect(found.agreements.count == 1)
        #expect(found.agreements.first?.hasPrefix("Norvik Oy + Tessera Chips: license") == true)
    }

    @Test func aSumInAClauseIsAValueOfIt() throws {
        let marked = MarkedText("[Norvik Oy] and [Tessera Chips] signed a deal. {payment: [Norvik Oy] will pay [Tessera Chips] $5 million a year}.\n")
        let article = try Reader().read(Array(marked.text.utf8), source: "")
        let found = try #require(Self.finder).find(TokenizedText(article), companies: marked.companies, clauses: marked.clauses)
        #expect(found.clauses.first?.values.map(\.content) == [.money(Money(amount: 5_000_000, currency: "USD"))])
    }
}

/// Text whose companies and clauses are marked.
struct MarkedText {
    private(set) var text = ""
    private(set) var companies: [Extraction.Company] = []
    private(set) var clauses: [Extraction.Clause] = []

    init(_ marked: String) {
        var rest = Substring(marked)
        var open: (type: String, start: Int)?
        while let character = rest.first {
            switch character {
            case "[":
                let name = String(rest.dropFirst().prefix { $0 != "]" })
                let range = TextRange(text.utf8.count, text.utf8.count + name.utf8.count)
                let index = companies.firstIndex { $0.name == name } ?? companies.count
                if index == companies.count { companies.append(Extraction.Company(name: name)) }
                companies[index].mentions.append(range)
                text += name
                rest = rest.dropFirst(name.count + 2)
            case "{":
                let type = String(rest.dropFirst().prefix { $0 != ":" })
                open = (type, text.utf8.count)
                rest = rest.dropFirst(type.count + 3)
            case "}":
                if let open {
                    clauses.append(Extraction.Clause(type: ClauseType(rawValue: open.type), quote: TextRange(open.start, text.utf8.count)))
                }
                open = nil
                rest = rest.dropFirst()
            default:
                text.append(character)
                rest = rest.dropFirst()
            }
        }
    }
}
