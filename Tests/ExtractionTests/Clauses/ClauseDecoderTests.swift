import Model
import Testing

@testable import Extraction

private let text = "Ashdown pays a fee and Borel delivers the pumps"

private var article: ClauseArticle { ClauseArticle(oneSentence(text)) }

/// Candidates of the text: 0 the fee, 1 the whole sentence, 2 the pumps.
private func decode(_ rows: [(candidate: Int, type: Int, probability: Float)], fits: [Float]? = nil) -> [Int] {
    ClauseDecoder(threshold: 0.3).decode(
        article, rows.map { ReviewRow(candidate: $0.candidate, type: $0.type) }, rows.map(\.probability),
        fits: fits ?? rows.map { _ in 1 }
    ).map(\.candidate)
}

@Test func twoPartsBeatTheWhole() {
    #expect(decode([(0, 1, 0.8), (1, 1, 0.9), (2, 2, 0.7)]) == [0, 2])
}

@Test func theWholeBeatsItsPartsWhereItIsMoreLikely() {
    #expect(decode([(0, 1, 0.4), (1, 1, 0.9), (2, 2, 0.4)]) == [1])
}

@Test func ofStretchesThatHoldMostOfATermTheOneWithAllOfItIsChosen() {
    let rows = [(candidate: 1, type: 1, probability: Float(0.8)), (2, 1, 0.85)]
    #expect(decode(rows) == [2])
    #expect(decode(rows, fits: [0.95, 0.6]) == [1])
}

@Test func nothingUnderTheThresholdIsChosen() {
    #expect(decode([(0, 1, 0.3), (1, 1, 0.2)]).isEmpty)
}
