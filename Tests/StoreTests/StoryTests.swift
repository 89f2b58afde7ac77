import Model
import Testing

@testable import Store

/// The same story printed twice is one story.
struct StoryTests {
    private static let wire = """
        OSLO, Jan 5 - Oslo Drill said on Monday it had agreed to buy forty pumps a year from Tarn Robotics for the \
        next five years, in a contract that both companies put at forty million dollars.
        The first pumps are to be delivered to the yard in Stavanger in April, the Norwegian company said, and the \
        last ones at the end of the decade. Tarn will also train the crews of eleven rigs in the North Sea.
        "We looked at nine makers and there was only one whose pumps survived the winter," chief executive Mette \
        Aune told reporters. Shares of the company rose three percent in early trading before giving up most of the gain.
        Analysts had expected the order to go to a German rival, which supplied the rigs until last autumn and has \
        since closed its plant near Bremen. The rival did not want to comment on the decision.
        Tarn, which has its seat in Leeds, makes pumps, valves and the robots that mount them, and employs two \
        thousand people in four countries. It went public six years ago.
        """

    private static let other = """
        Leeds-based Tarn Robotics has won the biggest order in its history. For five years it will equip the rigs of \
        Oslo Drill, beginning this spring, the two firms announced. The value was given as forty million dollars.
        It is a blow to competitors on the continent: the incumbent had hoped to keep the business despite the \
        closure of its factory. Union leaders in Leeds said that they expected at least eighty new jobs, most of \
        them in assembly. A spokeswoman for Tarn declined to give a number but said hiring would begin in March.
        """

    private func isReprint(_ one: String, _ other: String) -> Bool {
        Sketch(Array(one.utf8)).isReprint(of: Sketch(Array(other.utf8)))
    }

    @Test func aStoryIsAReprintOfItself() { #expect(isReprint(Self.wire, Self.wire)) }

    @Test func changedWordsMakeNoNewStory() {
        let changed = Self.wire.replacing("said on Monday", with: "said Monday").replacing(
            "chief executive", with: "CEO"
        )
        .replacing("forty million dollars", with: "$40 million").replacing("the Norwegian company", with: "the driller")
        .replacing("three percent", with: "3 pct").replacing("OSLO, Jan 5 - ", with: "")
        #expect(isReprint(Self.wire, changed))
    }

    @Test func aStoryCutFromTheEndIsTheSame() {
        let lines = Self.wire.split(separator: "\n")
        #expect(isReprint(Self.wire, lines.prefix(3).joined(separator: "\n")))
    }

    @Test func aStoryWithAnotherHeadAndTailIsTheSame() {
        #expect(isReprint(Self.wire, "Big order for pump maker\nBy our staff\n" + Self.wire + "\n(Editing by N. N.)"))
    }

    @Test func theSameEventInOtherWordsIsAnotherStory() { #expect(!isReprint(Self.wire, Self.other)) }

    @Test func sketchesComeBackFromTheirBytes() {
        for text in [Self.wire, Self.other, "two words", ""] {
            let sketch = Sketch(Array(text.utf8))
            #expect(Sketch(bytes: sketch.bytes) == sketch)
        }
        #expect(Sketch(bytes: []) == nil && Sketch(bytes: [UInt8](repeating: 0x80, count: 70)) == nil)
    }

    @Test func reprintsCountOnceAsASource() throws {
        let texts = [Self.wire, Self.other, Self.wire.replacing("said on Monday", with: "said")]
        let entries = texts.enumerated().map { number, text in
            let article = Seed.article("\(number).txt", published: "2026-01-0\(number + 5)", text)
            return Seed.entry(
                article,
                Extraction(
                    companies: ["Tarn", "Oslo Drill"].map { Seed.company($0, in: article) },
                    agreements: [.init(kind: AgreementKind(rawValue: "supply"), status: .signed, parties: [0, 1])]))
        }
        let temporary = try Seed.store(entries)
        let store = try #require(temporary.store)
        let agreement = try store.agreement("1")
        #expect(agreement.reports.map(\.reprintOf) == [nil, nil, "0.txt"])
        #expect(agreement.agreement.articles == 3 && agreement.agreement.sources == 2)
    }
}
