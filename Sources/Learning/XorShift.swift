/// A small generator of pseudo-random numbers that gives the same numbers for the same seed everywhere.
struct XorShift: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 2_654_435_761 &+ 88_172_645_463_325_252
    }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
