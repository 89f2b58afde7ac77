/// Finds abbreviations of ordinary words: capitals in brackets after the lower-case words whose initials they
/// are, as in "artificial general intelligence (AGI)". They name a thing, not a company.
struct SpelledOutAbbreviation {
    private let tokens: NameTokens

    init(_ tokens: NameTokens) { self.tokens = tokens }

    /// Whether one of the cluster's spans stands so in brackets.
    func holds(for cluster: NameCluster) -> Bool { cluster.spans.contains { isSpelledOut($0.tokens) } }

    private func isSpelledOut(_ range: Range<Int>) -> Bool {
        let all = tokens.text.tokens
        guard range.count == 1, all[range.lowerBound].flags.contains(.allCapitals), range.upperBound < all.count,
            isSign(range.lowerBound - 1, 0x28), isSign(range.upperBound, 0x29)
        else { return false }
        let letters = folded(range.lowerBound)
        let first = range.lowerBound - 1 - letters.count
        guard letters.count >= 2, first >= 0 else { return false }
        return letters.indices.allSatisfy { offset in
            let word = first + offset - letters.startIndex
            return !all[word].isCapitalized && folded(word).first == letters[offset]
        }
    }

    private func isSign(_ index: Int, _ byte: UInt8) -> Bool {
        index >= 0 && Array(folded(index)) == [byte]
    }

    private func folded(_ index: Int) -> ArraySlice<UInt8> {
        let token = tokens.text.tokens[index]
        return tokens.text.folded[Int(token.foldedStart)..<Int(token.foldedEnd)]
    }
}
