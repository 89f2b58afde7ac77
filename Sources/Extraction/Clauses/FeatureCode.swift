/// Hashes of features: a template number mixed with one to three codes of words.
enum FeatureCode {
    @inline(__always)
    static func of(_ template: UInt32, _ a: UInt32) -> UInt32 {
        mix(UInt64(template) << 32 | UInt64(a))
    }

    @inline(__always)
    static func of(_ template: UInt32, _ a: UInt32, _ b: UInt32) -> UInt32 {
        mix((UInt64(a) << 32 | UInt64(b)) &+ UInt64(template) &* 0x9E37_79B9_7F4A_7C15)
    }

    @inline(__always)
    static func of(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
        of(template, of(template, a, b), c)
    }

    @inline(__always)
    private static func mix(_ value: UInt64) -> UInt32 {
        var value = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
        value = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
        return UInt32(truncatingIfNeeded: value >> 32)
    }
}
