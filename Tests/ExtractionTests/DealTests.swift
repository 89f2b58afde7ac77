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
        let found = try #require(finder).find(
            TokenizedText(article), companies: marked.companies, clauses: marked.clauses)
        func names(_ companies: [Int]) -> String {
            companies.map { marked.companies[$0].name }.sorted().joined(separator: " + ")
        }
        return (
            found.agreements.map { "\(names($0.parties)): \($0.kind.rawValue), \($0.status.rawValue)" },
            found.clauses.map {
                "\($0.type.rawValue): \(names($0.obligors)) > \(names($0.beneficiaries)), \($0.status.rawValue)"
            }
        )
    }

    @Test func anActiveVerbTellsWhoPays() throws {
        let found = try Self.found(
            "[Norvik Oy] signs with [Tessera Chips]\n\n[Norvik Oy] has agreed to buy sensors from [Tessera Chips]. {payment: [Norvik Oy] will pay [Tessera Chips] $5 million a year}.\n"
        )
        #expect(found.agreements.first?.hasPrefix("Norvik Oy + Tessera Chips: ") == true)
        #expect(found.clauses == ["payment: Norvik Oy > Tessera Chips, stated"])
    }

    @Test func aCompanyWithoutADealIsNoParty() throws {
        let found = try Self.found(
            "[Norvik Oy] licenses camera patents to [Tessera Chips]\n\n[Norvik Oy] said it had licensed its camera patents to [Tessera Chips]. {license-grant: [Norvik Oy] grants [Tessera Chips] a license to its patents}. Shares of rival [Amberline] fell, an analyst at [Harsund Bank] said.\n"
        )
        #expect(found.agreements.count == 1)
        #expect(found.agreements.first?.hasPrefix("Norvik Oy + Tessera Chips: license") == true)
    }

    @Test func aSumInAClauseIsAValueOfIt() throws {
        let marked = MarkedText(
            "[Norvik Oy] and [Tessera Chips] signed a deal. {payment: [Norvik Oy] will pay [Tessera Chips] $5 million a year}.\n"
        )
        let article = try Reader().read(Array(marked.text.utf8), source: "")
        let found = try #require(Self.finder).find(
            TokenizedText(article), companies: marked.companies, clauses: marked.clauses)
        #expect(found.clauses.first?.values.map(\.content) == [.money(Money(amount: 5_000_000, currency: "USD"))])
    }
}

/// Who acts in a clause, on marked text.
@Suite struct ActorTests {
    static let lexicon = DealLexicon()

    /// The actors of the first clause as `form name`, a passive verb as `passive`.
    static func actors(_ marked: String) throws -> [String] {
        let marked = MarkedText(marked)
        let article = try Reader().read(Array(marked.text.utf8), source: "")
        let deal = DealText(TokenizedText(article), marked.companies, lexicon)
        let clause = try #require(marked.clauses.first)
        let actors = Actors(
            deal, quote: clause.quote, parties: Array(marked.companies.indices), descriptions: Descriptions(deal))
        let passive = actors.verbs.contains(where: \.isPassive) ? ["passive"] : []
        return actors.actors.map { $0.company >= 0 ? "\($0.form) \(marked.companies[$0.company].name)" : "\($0.form)" }
            + passive
    }

    @Test func namesStandInTheOrderOfTheText() throws {
        #expect(try Self.actors("{payment: [Norvik] will pay [Tessera] a fee}.\n") == ["name Norvik", "name Tessera"])
    }

    @Test func thePassiveVoiceIsSeen() throws {
        #expect(
            try Self.actors("{payment: [Tessera] will be paid a fee by [Norvik]}.\n") == [
                "name Tessera", "name Norvik", "passive",
            ])
    }

    @Test func itIsTheFirstCompanyOfTheSentence() throws {
        #expect(try Self.actors("[Norvik] told [Tessera] that {payment: it will pay a fee}.\n") == ["pronoun Norvik"])
    }

    @Test func itIsTheSubjectOfTheSentenceBefore() throws {
        #expect(
            try Self.actors("The plant of [Norvik] supplies [Tessera]. {payment: It will pay a fee}.\n") == [
                "pronoun Norvik"
            ])
    }

    @Test func bothAreAGroup() throws {
        #expect(try Self.actors("[Norvik] works with [Tessera]. {confidentiality: Both keep quiet}.\n") == ["group"])
    }

    @Test func aCountryStandsForTheCompanyFromThere() throws {
        #expect(
            try Self.actors(
                "Sweden's [Norvik] buys from the Korean chip maker [Tessera]. {term: The Swedes would stay for ten years}.\n"
            )
                == ["described Norvik"])
    }

    @Test func aDescriptionStandsForTheCompanyItDescribes() throws {
        #expect(
            try Self.actors(
                "[Norvik], a brewer, has hired [Tessera], a haulier. {audit-rights: The haulier opens its books}.\n"
            ).first
                == "described Tessera")
    }

    @Test func aClauseThatOpensWithItsVerbIsAboutTheSubjectBefore() throws {
        #expect(
            try Self.actors("[Norvik] licenses the patents and {payment: pays [Tessera] a fee}.\n") == [
                "implied Norvik", "name Tessera",
            ])
    }

    @Test func aProductStandsForItsMaker() throws {
        #expect(try Self.actors("{supply: [Norvik] ships sensors to [Tessera]}.\n") == ["name Norvik", "name Tessera"])
    }
}

/// The clauses of a deal tell together who provides.
@Suite struct SideInferenceTests {
    @Test func clausesOfOneDealAgreeOnTheProvider() {
        // The second clause does not tell by itself who owes it; the first tells who the provider is.
        let clauses = [
            SideInference.Evidence(first: 3, provider: 3, directed: 1),
            SideInference.Evidence(first: 0, provider: -3, directed: 1),
        ]
        let resolved = SideInference.resolve(clauses, prior: 0)
        #expect(resolved[0] > 0)
        #expect(resolved[1] < 0)
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
                    clauses.append(
                        Extraction.Clause(
                            type: ClauseType(rawValue: open.type), quote: TextRange(open.start, text.utf8.count)))
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
