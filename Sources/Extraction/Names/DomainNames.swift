internal import Model

extension NameTokenAccess {
    /// Whether the word is the first or the last of a name written as an address (`Corvane.io`).
    func isInDomainName(_ index: Int) -> Bool {
        isDomainEnd(index) || (text.tokens[index].kind == .word && isDomainEnd(index + 2))
    }

    private func isDomainEnd(_ index: Int) -> Bool {
        guard index >= 2, index < words.count, sign(index - 1) == 0x2E, text.tokens[index].kind == .word,
            words[index].letters == .lower, (2...4).contains(text.tokens[index].range.count)
        else { return false }
        let isSpaced = text.tokens[index - 1].flags.union(text.tokens[index].flags).contains(.afterSpace)
        return !isSpaced && text.tokens[index - 2].range.count > 1
    }
}
