import Model
import Testing

@testable import Extraction

/// Which words stand for a company that is named elsewhere, on marked text.
@Suite struct ReferenceTests {
    private static let lexicon = DealLexicon()

    /// The references as `words = company`.
    private static func references(_ marked: String) throws -> [String] {
        let (deal, companies) = try deal(marked)
        return References(deal, Descriptions(deal)).all.map { reference in
            let tokens = deal.text.tokens[reference.tokens]
            let bytes = deal.text.article.text[Int(tokens.first?.start ?? 0)..<Int(tokens.last?.end ?? 0)]
            return "\(String(decoding: bytes, as: UTF8.self)) = \(companies[reference.company])"
        }
    }

    private static func deal(_ marked: String) throws -> (DealText, [String]) {
        let marked = MarkedText(marked)
        return (try marked.deal(lexicon), marked.companies.map(\.name))
    }

    @Test func aDescriptionStandsForTheOnlyCompanyItFits() throws {
        #expect(
            try Self.references(
                "News of the week\n\n[Norvik], a brewer, has hired [Tessera], a haulier. The haulier begins in May.\n")
                == ["The haulier = Tessera"])
    }

    @Test func aPeopleStandsForTheWellKnownCompanyOfItsCountry() throws {
        #expect(
            try Self.references(
                "News of the week\n\n[Tessera] buys from [Nokia Oyj] and [Siemens]. The Finns deliver in May.\n")
                == ["The Finns = Nokia Oyj"])
    }

    @Test func aPeopleStandsForTheCompanyOfItsCountry() throws {
        #expect(
            try Self.references(
                "News of the week\n\nSweden's [Norvik] buys from the Korean firm [Tessera]. The Swedes pay in May.\n")
                == ["The Swedes = Norvik"])
    }

    @Test func theMarketOfACountryIsNoCompany() throws {
        #expect(
            try Self.references(
                "News of the week\n\nSweden's [Norvik] buys from the Korean firm [Tessera]. The Swedish market grew.\n")
                == [])
    }

    @Test func itStandsForTheSubjectBefore() throws {
        #expect(
            try Self.references("News of the week\n\n[Norvik] buys from [Tessera]. In May it begins.\n")
                == ["it = Norvik"])
    }

    @Test func aPronounDoesNotReachOverManySentences() throws {
        let between = String(repeating: "Prices rose in May. ", count: 5)
        #expect(
            try Self.references("News of the week\n\n[Norvik] buys from [Tessera]. \(between)In June it begins.\n")
                == []
        )
    }

    @Test func theCompanyOfANoticeIsTheOneItIsAbout() throws {
        #expect(
            try Self.references(
                "Notice of [Norvik]\n\nThe bank [Tessera] lends to the Company. [Norvik] thanks [Tessera]. "
                    + "[Norvik] and [Ostara] met. [Ostara] left the Company.\n")
                == ["Company = Norvik", "Company = Norvik"])
    }

    @Test func aSentenceBelongsToTheDealWhosePartiesItNames() throws {
        let (deal, companies) = try Self.deal(
            "News of the week\n\n[Norvik] buys steel from [Tessera]. The price is fixed. "
                + "[Norvik] also leases a hall from [Ostara]. The rent is low.\n")
        let sets = [["Norvik", "Tessera"], ["Norvik", "Ostara"]].map { $0.compactMap(companies.firstIndex).sorted() }
        let owners = SentenceOwners(deal, sets: sets, references: References(deal, Descriptions(deal)))
        #expect((1...4).map { owners.isOwn($0, sets[0]) } == [true, true, false, false])
        #expect((1...4).map { owners.isOthers($0, sets[0]) } == [false, false, true, true])
    }
}
