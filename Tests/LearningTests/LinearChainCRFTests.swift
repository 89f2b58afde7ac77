import Testing

@testable import Learning

/// A word is a name's start (1) or its continuation (2) by the word before it alone, which only transitions
/// and neighbours' scores can tell.
@Suite struct LinearChainCRFTests {
    /// Feature 0 is always there, 1 marks names' words.
    private func sequences() -> LabeledSequences {
        var data = LabeledSequences()
        for number in 0..<40 {
            for place in 0..<6 {
                let isName = place >= number % 3 + 1 && place < number % 3 + 3
                data.addToken(isName ? [0, 1] : [0], label: isName ? (place == number % 3 + 1 ? 1 : 2) : 0)
            }
            data.endSequence()
        }
        return data
    }

    @Test func learnsThatAContinuationFollowsAStart() {
        let field = LinearChainCRF(sequences(), featureCount: 2)
        #expect(field.transition(1, 2) > field.transition(1, 1))
        #expect(field.weights(of: 1)[field.weights(of: 1).startIndex] > 0)
    }

    @Test func sameDataSameWeights() {
        #expect(
            LinearChainCRF(sequences(), featureCount: 2).weights == LinearChainCRF(sequences(), featureCount: 2).weights
        )
    }

    @Test func minimizesAQuadratic() {
        var point = [4.0, -3.0]
        LBFGS().minimize(&point) { point, gradient in
            gradient = [2 * (point[0] - 1), 20 * (point[1] - 2)]
            return (point[0] - 1) * (point[0] - 1) + 10 * (point[1] - 2) * (point[1] - 2)
        }
        #expect(abs(point[0] - 1) < 1e-3 && abs(point[1] - 2) < 1e-3)
    }
}
