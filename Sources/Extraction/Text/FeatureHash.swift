/// 64-bit FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): the hash of words and features. It is the same
/// on every machine and in every run, as weights are looked up by it.
package enum FeatureHash {
    package static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01B3

    @inline(__always)
    package static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* prime
    }

    /// Mixes a whole word into a hash: for pairs of words, and for template numbers.
    @inline(__always)
    package static func combine(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let mixed = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 29)
    }

    /// A loop over the bytes where they lie, which the compiler runs through: the hashes of templates are numbers in the
    /// code, and not looked after at each use whether they were made already.
    @inline(__always)
    package static func of(_ text: StaticString) -> UInt64 {
        var hash = seed
        for index in 0..<text.utf8CodeUnitCount { hash = combine(hash, text.utf8Start[index]) }
        return hash
    }

    package static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(seed) { combine($0, $1) }
    }
}
