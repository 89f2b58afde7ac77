internal import Model

/// Where a name could lie.
extension NameTokenMarker {
    /// Opens the tokens on which a name could lie: capitals, figures next to them, listed lower-case brands,
    /// what stands in short gaps between them, and all that angle brackets hold. No name crosses a separator.
    mutating func markOpen() {
        for range in text.sentenceTokens {
            var last = -1
            for index in range {
                if separates(index) {
                    last = -1
                    continue
                }
                guard isSeed(index, in: range) else { continue }
                words[index].isOpen = true
                if last >= 0, index - last <= 3 || joins(last + 1..<index) {
                    for between in last + 1..<index { words[between].isOpen = true }
                }
                last = index
            }
            openAngles(range)
        }
    }

    private mutating func openAngles(_ sentence: Range<Int>) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let start = index
            index += 1
            guard sign(start) == 0x3C else { continue }
            var end = start + 1
            while end < sentence.upperBound, end - start < 14, sign(end) != 0x3E, sign(end) != 0x3C { end += 1 }
            guard end < sentence.upperBound, sign(end) == 0x3E else { continue }
            for inside in start + 1..<end {
                words[inside].isOpen = true
                words[inside].isInAngles = true
            }
            index = end
        }
    }

    /// Whether a sign is never part of a name: brackets, quotes, `;`, `:`, `|`, `×`, and dashes and slashes with
    /// space around them.
    private func separates(_ index: Int) -> Bool {
        let token = text.tokens[index]
        guard token.kind == .sign else { return false }
        switch scalar(token) {
        case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x22, 0x201C, 0x201D, 0x3B, 0x3A, 0x7C, 0xD7, 0x2022, 0xB7, 0x3F, 0x3D:
            return true
        case 0x2D, 0x2013, 0x2014, 0x2F, 0x2A:
            let isSpaced = index + 1 < count && text.tokens[index + 1].flags.contains(.afterSpace)
            return isSpaced || token.flags.contains(.afterSpace)
        case 0x2E:
            return stopSeparates(index)
        default:
            return false
        }
    }

    /// Whether a full stop stands between two names. After `Inc.` a capital begins another name or sentence, unless
    /// it is a suffix too (`Co. Ltd.`); after a word too long for an abbreviation it does.
    private func stopSeparates(_ index: Int) -> Bool {
        guard index > 0, index + 1 < count, words[index + 1].isCapitalized else { return false }
        if words[index - 1].traits.contains(.legalSuffix) {
            return !words[index + 1].traits.contains(.legalSuffix)
        }
        return text.tokens[index - 1].range.count >= 5 && text.tokens[index + 1].flags.contains(.afterSpace)
    }

    private func isSeed(_ index: Int, in sentence: Range<Int>) -> Bool {
        let word = words[index]
        if word.isCapitalized || isInDomainName(index) { return true }
        if word.register.traits.contains(.known), text.tokens[index].kind != .sign { return true }
        guard text.tokens[index].kind == .number || text.tokens[index].flags.contains(.hasDigit) else { return false }
        return (index > sentence.lowerBound && words[index - 1].isCapitalized)
            || (index + 1 < sentence.upperBound && words[index + 1].isCapitalized)
    }

    private func joins(_ gap: Range<Int>) -> Bool {
        gap.count <= 4
            && gap.allSatisfy { words[$0].traits.contains(.connector) || sign($0) == 0x26 || sign($0) == 0x2E }
    }
}
