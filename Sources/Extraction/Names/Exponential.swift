/// `e` to the power of `value`, to about six digits, the same on every machine; 0 far below zero.
@inline(__always)
package func exponential(_ value: Float) -> Float {
    if value < -80 { return 0 }
    let scaled = min(value, 80) * 1.442_695_04
    let whole = rounded(scaled)
    let rest = (scaled - whole) * 0.693_147_18
    let polynomial =
        1 + rest
        * (1 + rest
            * (0.5 + rest * (0.166_666_67 + rest * (0.041_666_668 + rest * (0.008_333_334 + rest * 0.001_388_9)))))
    return polynomial * Float(bitPattern: UInt32(bitPattern: Int32(whole) + 127) << 23)
}

/// As `value.rounded()`, for a value between ±2³⁰, without a call of the C library.
@inline(__always)
private func rounded(_ value: Float) -> Float {
    let whole = Float(Int32(value))
    let rest = value - whole
    return rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole
}

/// The probability whose log-odds are `value`.
package func probability(logOdds value: Float) -> Float { 1 / (1 + exponential(-value)) }

/// As `probability`, for four at once and the same to the last bit.
func probabilities(logOdds values: SIMD4<Float>) -> SIMD4<Float> { 1 / (1 + exponentials(-values)) }

/// Choices are made of bits: the general ways to choose between numbers take them one by one through the memory.
@inline(__always)
private func exponentials(_ values: SIMD4<Float>) -> SIMD4<Float> {
    typealias Bits = SIMD4<UInt32>
    let isLarge = unsafeBitCast(values .> SIMD4(repeating: 80), to: Bits.self)
    let most = Bits(repeating: Float(80).bitPattern)
    let kept = unsafeBitCast(unsafeBitCast(values, to: Bits.self) & ~isLarge | most & isLarge, to: SIMD4<Float>.self)
    let scaled = kept * 1.442_695_04
    // A number so large that nothing behind the point is left of a sum with it: that rounds, halves to even numbers.
    let large = SIMD4<Float>(repeating: 12_582_912)
    let even = (scaled + large) - large
    let over = scaled - even
    func one(_ isOver: SIMDMask<SIMD4<Int32>>, _ isSo: SIMDMask<SIMD4<Int32>>) -> SIMD4<Float> {
        let both = unsafeBitCast(isOver, to: Bits.self) & unsafeBitCast(isSo, to: Bits.self)
        return unsafeBitCast(both & Bits(repeating: Float(1).bitPattern), to: SIMD4<Float>.self)
    }
    let (half, zero) = (SIMD4<Float>(repeating: 0.5), SIMD4<Float>())
    let whole = even + one(over .>= half, scaled .> zero) - one(over .<= -half, scaled .< zero)
    let rest = (scaled - whole) * 0.693_147_18
    var polynomial = 0.008_333_334 + rest * 0.001_388_9
    polynomial = 0.041_666_668 + rest * polynomial
    polynomial = 0.166_666_67 + rest * polynomial
    polynomial = 0.5 + rest * polynomial
    polynomial = 1 + rest * polynomial
    polynomial = 1 + rest * polynomial
    // The whole number stands in the lowest bits of the large sum.
    let bits = unsafeBitCast(whole + large, to: Bits.self) &- Bits(repeating: Float(12_582_912).bitPattern &- 127)
    let powers = polynomial * unsafeBitCast(bits &* Bits(repeating: 1 << 23), to: SIMD4<Float>.self)
    let isSmall = unsafeBitCast(values .< SIMD4(repeating: -80), to: Bits.self)
    return unsafeBitCast(unsafeBitCast(powers, to: Bits.self) & ~isSmall, to: SIMD4<Float>.self)
}

/// The natural logarithm of the odds of `probability`, kept within ±9.
package func logOdds(_ probability: Float) -> Float {
    logarithm(probability + 1e-4) - logarithm(1 - probability + 1e-4)
}

/// The natural logarithm of a positive number that is not tiny, to about six digits.
package func logarithm(_ value: Float) -> Float {
    // As `significand` and `exponent`, which ask for zero, infinity and numbers near zero first.
    var significand = Float(bitPattern: value.bitPattern & 0x7F_FFFF | 0x3F80_0000)
    var exponent = Float(Int32(value.bitPattern >> 23 & 0xFF) - 127)
    if significand > 1.414_213_6 {
        significand /= 2
        exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    let series =
        2 * ratio * (1 + square * (0.333_333_34 + square * (0.2 + square * (0.142_857_15 + square * 0.111_111_11))))
    return series + exponent * 0.693_147_18
}
