import Model
import Testing

@testable import Extraction

/// Who acts in a clause, on marked text.
@Suite struct ActorTests {
    static let lexicon = DealLexicon()

    /// The actors of the first clause as `form name`, a passive verb as `passive`.
    static func actors(_ marked: String) throws -> [String] {
        let marked = MarkedText(marked)
        let deal = try marked.deal(lexicon)
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
