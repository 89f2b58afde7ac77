import Testing

@testable import Extraction

/// What is calculated without the C library is, bit for bit, what the general ways give: scores hang on it.
@Test func powersAreThoseOfTheGeneralWay() {
    for step in -90_000...90_000 {
        let value = Float(step) / 1000
        let whole = (min(value, 80) * 1.442_695_04).rounded()
        let rest = (min(value, 80) * 1.442_695_04 - whole) * 0.693_147_18
        let polynomial =
            1 + rest
            * (1 + rest
                * (0.5 + rest
                    * (0.166_666_67 + rest * (0.041_666_668 + rest * (0.008_333_334 + rest * 0.001_388_9)))))
        let general = value < -80 ? 0 : polynomial * Float(sign: .plus, exponent: Int(whole), significand: 1)
        #expect(exponential(value) == general)
    }
}

@Test func aLogarithmIsThatOfTheNumber() {
    for value in [Float(1e-5), 0.001, 0.5, 0.999_99, 1, 1.414_21, 1.414_22, 3, 1e6] {
        #expect(abs(exponential(logarithm(value)) / value - 1) < 1e-4)
    }
}

@Test func fourProbabilitiesAreThoseOfEach() {
    // Odds whose powers of two are halves too, which round to different sides.
    let halves = (-100...100).map { (Float($0) + 0.5) / 1.442_695_04 }
    let values = (-90_000...90_000).map { Float($0) / 1000 } + halves + halves.map(\.nextUp) + halves.map(\.nextDown)
    for first in stride(from: 0, to: values.count, by: 4) {
        var block = SIMD4<Float>()
        for place in first..<min(first + 4, values.count) { block[place - first] = values[place] }
        let found = probabilities(logOdds: block)
        #expect((0..<4).allSatisfy { found[$0] == probability(logOdds: block[$0]) })
    }
}
