/// How many sentences companies share, from a set of bits a company: for each two companies it is counted with each
/// third, which took a quarter of the time of pairs.
struct SharedSentences {
    private let bits: [UInt64]
    /// Words of bits a company.
    private let width: Int
    private let companies: Int

    /// - Parameters:
    ///   - sentences: those that name each company.
    ///   - count: how many the text has.
    init(_ sentences: [[Int]], of count: Int) {
        let width = (count + 63) / 64
        var bits = [UInt64](repeating: 0, count: width * sentences.count)
        for (company, sentences) in sentences.enumerated() {
            for sentence in sentences { bits[company * width + sentence / 64] |= 1 << UInt64(sentence % 64) }
        }
        (self.bits, self.width, companies) = (bits, width, sentences.count)
    }

    /// How many sentences name both.
    func count(_ a: Int, _ b: Int) -> Int {
        var count = 0
        for word in 0..<width { count += (bits[a * width + word] & bits[b * width + word]).nonzeroBitCount }
        return count
    }

    /// The most sentences that `a` shares with another company than `b`.
    func most(_ a: Int, but b: Int) -> Int {
        var most = 0
        for other in 0..<companies where other != a && other != b { most = max(most, count(a, other)) }
        return most
    }
}
