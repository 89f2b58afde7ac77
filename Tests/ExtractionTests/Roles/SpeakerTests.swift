import Model
import Testing

@testable import Extraction

/// Who said a clause, on marked text: `[name]` is a company, `{type: words}` a clause, and `<words>` is whoever
/// said it.
@Suite struct SpeakerTests {
    static let lexicon = DealLexicon()

    static func check(_ marked: String, _ place: SourceLocation = #_sourceLocation) throws {
        let expected = marked.split(separator: "<", omittingEmptySubsequences: false).dropFirst().first.map {
            String($0.prefix { $0 != ">" })
        }
        let marked = MarkedText(marked.filter { $0 != "<" && $0 != ">" })
        let deal = try marked.deal(lexicon)
        let clause = try #require(marked.clauses.first)
        let speaker = Speakers(deal, words: AttributionWords()).speaker(of: clause.quote)
        #expect(
            speaker.map(deal.text.article.string) == expected?.filter { $0 != "[" && $0 != "]" }, sourceLocation: place)
    }

    @Test func aCompanySays() throws {
        try Self.check("<[Norvik]> said {payment: it will pay [Tessera] a fee}.\n")
        try Self.check("{payment: [Tessera] gets a fee}, <[Norvik]> said.\n")
    }

    @Test func aPersonSays() throws {
        try Self.check("<Mary Holt>, who runs [Norvik], said {payment: it will pay [Tessera] a fee}.\n")
        try Self.check("\"{payment: We will pay a fee},\" said <Mary Holt>.\n")
    }

    @Test func aSpokesmanSpeaksForTheCompany() throws {
        try Self.check("A spokesman for <[Norvik]> said {payment: it will pay [Tessera] a fee}.\n")
        try Self.check("A <[Norvik]> spokeswoman said {payment: it will pay a fee}.\n")
    }

    @Test func accordingToSomebody() throws {
        try Self.check("{payment: [Tessera] gets a fee}, according to <[Norvik]>.\n")
    }

    @Test func aPronounStandsForWhoWasNamedBefore() throws {
        try Self.check("<[Norvik]> buys from [Tessera]. {payment: It pays a fee}, the company said.\n")
        try Self.check("<Mary Holt> said the deal was good. {payment: [Norvik] pays a fee}, she added.\n")
    }

    @Test func whoDidNotSayItIsNoSpeaker() throws {
        try Self.check("[Norvik] has not said whether {payment: it will pay a fee}.\n")
    }

    @Test func aPlainSentenceHasNoSpeaker() throws {
        try Self.check("{payment: [Norvik] will pay [Tessera] a fee}.\n")
    }
}
