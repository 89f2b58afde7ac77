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
