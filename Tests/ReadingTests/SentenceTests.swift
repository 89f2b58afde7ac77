import Model
import Testing

@testable import Reading

/// Where sentences begin and end.
@Suite struct SentenceTests {
    @Test func fullStopsEndSentences() throws {
        #expect(
            try sentences("The headline\n\nIt pays. “They do.” He left! $5 came? Yes.") == [
                "The headline", "It pays.", "“They do.”", "He left!", "$5 came?", "Yes.",
            ])
    }

    @Test func abbreviationsAndInitialsDoNot() throws {
        let text = "Mr. Smith of F.J. Walker Co. Bought it in Jan. 1987 from St. Ives Inc. The end."
        #expect(
            try sentences(text) == [
                "Mr. Smith of F.J. Walker Co. Bought it in Jan. 1987 from St. Ives Inc.", "The end.",
            ])
    }

    @Test func bulletsLoseTheirSign() throws {
        #expect(
            try sentences("A title here\n\n- One thing.\n• Two things.\n1. Three.\n(b) Four.\n") == [
                "A title here", "One thing.", "Two things.", "Three.", "Four.",
            ])
    }

    @Test(arguments: [
        ("What Each Side Pays (and When)", Sentence.Role.heading), ("(Reporting by A. Writer)", .body),
        ("The deal closed in May. (See page 2)", .body), ("Free to build apart.", .body),
    ]) func bracketsAtTheEndOfALine(line: String, role: Sentence.Role) throws {
        #expect(try read("A title here\n\nA first sentence.\n\n\(line)\n\nMore.").sentences[2].role == role)
    }

    @Test func hardWrappedLinesAreOneParagraph() throws {
        let text = """
            ACME <ACM> TO BUY UNIT
            9-MAR-1987 08:15:42.07
            NEW YORK, March 9 - Acme Corp said it will buy the unit of
            Smith Ltd for ten mln dlrs. The price will be paid in cash at
            the closing, it said.
                The sale needs the consent of shareholders, which are to meet
            on May 2.
            """
        let article = try read(text)
        #expect(article.title == "ACME <ACM> TO BUY UNIT")
        #expect(article.published == "1987-03-09")
        #expect(article.sentences.map(\.role).prefix(4) == [.title, .heading, .dateline, .body])
        #expect(article.sentences.last.map { article.string($0.range) }?.hasSuffix("to meet\non May 2.") == true)
    }

    @Test(arguments: [
        ("LONDON, March 9 - Smith sold.", "Smith sold."), ("Paris (Agence X) — Smith sold.", "Smith sold."),
        ("Heidelberg, 03.11.2025. Smith sold.", "Smith sold."),
        ("BERLIN--(Wire)--June 3, 2024--Smith sold.", "Smith sold."),
        ("Smith - the maker of pumps - sold.", "Smith - the maker of pumps - sold."),
    ]) func datelines(text: String, story: String) throws {
        #expect(
            try sentences("Headline of the story\n\n\(text) More follows here.")[
                try sentences("Headline of the story\n\n\(text)").count - 1] == story)
    }
}
