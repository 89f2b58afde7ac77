internal import Extraction
internal import Foundation
internal import Model

/// Figures and answers of cross-validation.
package struct ClauseEvaluation: Sendable {
    private let examples: ClauseExamples
    private let outOfFold: ClauseTrainer.OutOfFold

    package init(_ examples: ClauseExamples, _ outOfFold: ClauseTrainer.OutOfFold) {
        self.examples = examples
        self.outOfFold = outOfFold
    }

    /// The threshold, of those tried, with the highest F1 by type and span.
    package func bestThreshold(_ tried: [Float] = [0.2, 0.22, 0.24, 0.26, 0.28, 0.3, 0.32, 0.35, 0.4]) -> Float {
        tried.max { figures($0).typed.f1 < figures($1).typed.f1 } ?? 0.3
    }

    /// Over the articles whose name starts with `prefix`.
    package func figures(_ threshold: Float, prefix: String = "") -> ClauseFigures {
        var figures = ClauseFigures()
        for (index, example) in examples.examples.enumerated() where example.name.hasPrefix(prefix) {
            figures.add(annotated: example.clauses, found: found(index, threshold).map { ($0.range, $0.type) })
        }
        return figures
    }

    /// The clauses found in an article by models that have not seen it.
    package func found(_ article: Int, _ threshold: Float) -> [(range: Range<Int>, type: Int, probability: Float)] {
        let example = examples.examples[article]
        let chosen = ClauseDecoder(threshold: threshold)
            .decode(
                example.article, outOfFold.rows[article].rows, outOfFold.probabilities[article],
                fits: outOfFold.fits[article])
        return chosen.flatMap { clause in
            clause.types.map { (example.ranges[clause.candidate], $0.type, $0.probability) }
        }
    }

    /// Whether the confidence of clauses can be believed: for each tenth of it, how many were found, their mean
    /// confidence, and the share that is right.
    package func reliability(_ threshold: Float) -> [(found: Int, confidence: Double, right: Double)] {
        var tenths = [(found: Int, confidence: Double, right: Double)](repeating: (0, 0, 0), count: 10)
        for (index, example) in examples.examples.enumerated() {
            let found = found(index, threshold)
            let right = Matching.pairs(example.clauses.count, found.count) { gold, place in
                guard example.clauses[gold].type == found[place].type else { return 0 }
                return Matching.halfOverlap(TextRange(example.clauses[gold].range), TextRange(found[place].range))
            }
            for clause in found {
                let tenth = min(9, Int(clause.probability * 10))
                tenths[tenth].found += 1
                tenths[tenth].confidence += Double(clause.probability)
            }
            for pair in right { tenths[min(9, Int(found[pair.found].probability * 10))].right += 1 }
        }
        return tenths.filter { $0.found > 0 }.map {
            ($0.found, $0.confidence / Double($0.found), $0.right / Double($0.found))
        }
    }

    /// Writes the found clauses as tab-separated lines: article, first byte, end, type, probability.
    package func write(_ threshold: Float, to path: String) throws {
        var lines = ["article\tstart\tend\ttype\tprobability"]
        for (index, example) in examples.examples.enumerated() {
            for clause in found(index, threshold) {
                lines.append(
                    "\(example.name)\t\(clause.range.lowerBound)\t\(clause.range.upperBound)\t"
                        + "\(ClauseTypes.names[clause.type])\t\(clause.probability)")
            }
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    }
}

extension TextRange {
    fileprivate init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }
}
