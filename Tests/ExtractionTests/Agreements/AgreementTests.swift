import Testing

@testable import Extraction

/// Agreements on marked text: who has one, and how it stands.
@Suite struct AgreementTests {
    private static func found(_ marked: String) throws -> [String] { try DealTests.found(marked).agreements }

    private static func parties(_ marked: String) throws -> [String] {
        try found(marked).map { String($0.prefix { $0 != ":" }) }.sorted()
    }

    @Test func dealsWithDifferentPartnersAreKeptApart() throws {
        #expect(
            try Self.parties(
                "[Norvik Oy] signs two contracts\n\n[Norvik Oy] has signed a contract under which {supply: [Tessera Chips] will supply it with sensors} for three years.\n\nSeparately, [Norvik Oy] agreed to license its camera patents to [Amberline GmbH]. {license-grant: [Amberline GmbH] may use the patents} and {payment: will pay [Norvik Oy] a royalty of 3 percent}.\n"
            ) == ["Amberline GmbH + Norvik Oy", "Norvik Oy + Tessera Chips"])
    }

    @Test func aDealToldTwiceIsOne() throws {
        #expect(
            try Self.parties(
                "[Norvik Oy] buys sensors from [Tessera Chips]\n\n[Norvik Oy] has agreed to buy sensors from [Tessera Chips]. {payment: [Norvik Oy] will pay [Tessera Chips] $5 million a year}.\n\n[Tessera Chips] confirmed that {supply: it will deliver the sensors to [Norvik Oy]} under the contract.\n"
            ) == ["Norvik Oy + Tessera Chips"])
    }

    @Test func analystsAndRivalsAreNoParties() throws {
        #expect(
            try Self.parties(
                "[Norvik Oy] has agreed to buy sensors from [Tessera Chips]. {payment: [Norvik Oy] will pay [Tessera Chips] $5 million a year}. The contract hurts rival [Amberline GmbH], said an analyst at [Harsund Bank].\n"
            ) == ["Norvik Oy + Tessera Chips"])
    }

    @Test func namesThatMerelyMeetHaveNoAgreement() throws {
        #expect(
            try Self.parties(
                "Shares rise\n\nShares of [Norvik Oy] and [Tessera Chips] rose in Helsinki on Monday. Both reported better sales than a year ago.\n"
            ).isEmpty)
    }

    @Test func aDeniedAgreementIsNone() throws {
        #expect(
            try Self.parties(
                "[Norvik Oy] reports loss\n\n[Norvik Oy] reported a loss for the quarter. The company has no agreement with [Tessera Chips], its chairman said.\n"
            ).isEmpty)
    }

    @Test func talksThatAreOnlyReportedAreARumor() throws {
        let found = try Self.found(
            "[Norvik Oy] said to be in talks to buy [Tessera Chips]\n\n[Norvik Oy] is reportedly in talks to acquire [Tessera Chips], according to people familiar with the matter. [Norvik Oy] declined to comment. [Tessera Chips] denied that it was in talks.\n"
        )
        #expect(found == ["Norvik Oy + Tessera Chips: acquisition, rumored"])
    }

    @Test func aRefusedOfferIsRejected() throws {
        let found = try Self.found(
            "[Tessera Chips] rejects [Norvik Oy] takeover offer\n\n[Tessera Chips] said its board rejected the takeover offer of [Norvik Oy] and called off the merger talks.\n"
        )
        #expect(found == ["Norvik Oy + Tessera Chips: acquisition, rejected"])
    }

    @Test func aContractThatRanOutHasEnded() throws {
        let found = try Self.found(
            "[Norvik Oy] drops [Tessera Chips]\n\nThe supply contract between [Norvik Oy] and [Tessera Chips] expired in May and was not renewed. {termination: [Norvik Oy] terminated the supply contract with [Tessera Chips]}.\n"
        )
        #expect(found == ["Norvik Oy + Tessera Chips: supply, ended"])
    }
}
