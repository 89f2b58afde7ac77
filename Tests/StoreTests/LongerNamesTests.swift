import Testing

@testable import Store

/// What an index of names leaves out is no short form of anything.
@Suite struct LongerNamesTests {
    private static let words = [
        "federal", "express", "international", "business", "machines", "of", "and", "the", "acme", "bolt", "for",
        "a", "fedex", "ibm", "ib", "fe", "intbus", "abf",
    ]

    @Test func namesThatFitAreAmongTheCandidates() {
        var random = SystemRandomNumberGenerator()
        var fitting = 0
        for _ in 0..<300 {
            let keys = (0..<12).map { _ in
                let count = Int.random(in: 1...4, using: &random)
                return IdentityKey(
                    (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " "))
            }
            let index = LongerNames(keys)
            for short in keys {
                let candidates = index.candidates(for: short)
                let fits = keys.indices.filter { ShortForm.fits(short.words, keys[$0].words) }
                fitting += fits.count
                #expect(Set(fits).isSubset(of: candidates), "\(short.words)")
                #expect(candidates == candidates.sorted())
            }
        }
        #expect(fitting > 1000)
    }

    @Test func beginningsOfBlends() {
        #expect(ShortForm.blendBeginnings(of: ["acme"]).isEmpty)
        #expect(
            ShortForm.blendBeginnings(of: ["ab", "of", "cd"])
                == Set(
                    ["ao", "ac", "abo", "abc", "aof", "aoc", "acd"].map { Array($0.utf8) }))
    }

    /// A name as long as a text is no blend of the letters of another.
    @Test func aNameWithoutEndIsNoBlend() {
        let letters = String(repeating: "ab", count: 50_000)
        let words = (0..<50_000).flatMap { _ in ["aa", "bb"] } + ["c"]
        #expect(!ShortForm.fits([letters], words))
    }
}
