import Assets
import Model
import Reading
import Testing

@testable import Extraction

/// The scores of every candidate as the models define them: all features of its row, each with its weight.
private func plainScores(_ article: ClauseArticle, _ span: LinearModel, _ types: LinearModel) -> ClauseScores {
    var rows: [CandidateRow] = []
    CandidateRow.all(of: article) { rows.append($0) }
    var scores = ClauseScores(candidates: rows.count)
    for (index, row) in rows.enumerated() {
        scores.spans[index] = plain(row, span) { $0.spanWeight }[0]
        guard scores.spans[index] > ClauseScores.gate else { continue }
        for (type, probability) in plain(row, types, { $0.typeWeight }).enumerated() {
            scores.types[index * types.outputs + type] = probability
        }
    }
    return scores
}

private func plain(
    _ row: CandidateRow, _ model: LinearModel,
    _ weight: ((spanWeight: Float, typeWeight: Float, hashes: [UInt32])) -> Float
) -> [Float] {
    var scores = [Float](repeating: 0, count: model.outputs)
    scores.withUnsafeMutableBufferPointer { scores in
        model.start(scores)
        for group in row.groups {
            let weight = weight(group) / Float(group.hashes.count).squareRoot()
            group.hashes.withUnsafeBufferPointer { model.add($0, times: weight, to: scores) }
        }
    }
    return scores.map { probability(logOdds: $0) }
}

/// The scorer takes differences of running sums; they are the sums over each candidate's features.
@Test func runningSumsScoreAsSingleFeaturesDo() throws {
    let span = try #require(Assets.bytes("data/models/clause-spans.bin").flatMap(LinearModel.init))
    let types = try #require(Assets.bytes("data/models/clause-types.bin").flatMap(LinearModel.init))
    let text = """
        Ashdown to supply Borel

        Ashdown Steel will supply Borel with 400 tons a year, and Borel pays 12 mln dlrs or 5 pct of its sales.

        Neither company may sell the steel to others until 2030.
        """
    let article = ClauseArticle(TokenizedText(try Reader().read(Array(text.utf8), source: "test")))
    let quick = ClauseScorer(spanModel: span, typeModel: types).scores(article)
    let plain = plainScores(article, span, types)
    #expect(quick.spans.count > 8)
    #expect(zip(quick.spans, plain.spans).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(zip(quick.types, plain.types).allSatisfy { abs($0 - $1) < 1e-4 })
    #expect(quick.types.contains { $0 > 0.5 })
}
