/// Runs of capitals, and the names of the register.
extension NameTokenMarker {
    /// Marks the runs of capitalised words, joined by `-`, `&`, `/` or the dot of an initial.
    mutating func markRuns() {
        var index = 0
        while index < words.count {
            guard words[index].isCapitalized else {
                words[index].run = index..<index + 1
                index += 1
                continue
            }
            var last = index
            while let next = runGoesOn(after: last) { last = next }
            for member in index...last { words[member].run = index..<last + 1 }
            index = last + 1
        }
    }

    private func runGoesOn(after index: Int) -> Int? {
        let next = index + 1
        guard next < words.count, text.tokens[next].sentence == text.tokens[index].sentence else { return nil }
        if words[index].isCommon { return nil }
        if words[next].isCapitalized { return words[next].isCommon ? nil : next }
        let beyond = next + 1
        guard beyond < words.count, words[beyond].isCapitalized, !words[beyond].isCommon,
            text.tokens[beyond].sentence == text.tokens[index].sentence
        else { return nil }
        switch sign(next) {
        case 0x2D, 0x26, 0x2F: return beyond
        case 0x2E where text.tokens[index].end - text.tokens[index].start == 1: return beyond
        case 0x2E where Self.abbreviations.contains(hash(index)): return beyond
        case 0x2E where words[index].traits.contains(.legalSuffix) && words[beyond].traits.contains(.legalSuffix):
            return beyond
        default: return nil
        }
    }

    /// Words that begin names cut short by a dot (`St. Louis`).
    private static let abbreviations = Set(["st", "ste", "mt", "ft", "chr", "ing"].map { FeatureHash.of($0.utf8) })

    /// Marks the longest names of the register that begin at a capitalised or listed lower-case word.
    mutating func markRegister(_ lexicon: Lexicon) {
        var index = 0
        while index < words.count {
            guard words[index].traits.contains(.opensRegisterName),
                words[index].isCapitalized || words[index].traits.contains(.lowerCaseName)
                    || text.tokens[index].kind == .number,
                let (end, traits) = longestName(from: index, lexicon)
            else {
                index += 1
                continue
            }
            for member in index..<end {
                words[member].register = RegisterMark(start: index, length: end - index, traits: traits)
            }
            index = end
        }
    }

    private func longestName(from start: Int, _ lexicon: Lexicon) -> (end: Int, traits: NameTraits)? {
        var best: (end: Int, traits: NameTraits)?
        var hash = NameHash.start
        for index in start..<min(start + 8, words.count) {
            if text.tokens[index].sentence != text.tokens[start].sentence { break }
            guard words[index].name != 0 else {
                if sign(index) == 0x2C { break }
                continue
            }
            if words[index].traits.contains(.silent), index > start { continue }
            hash = NameHash.append(words[index].name, to: hash)
            let traits = lexicon.name(hash)
            if !traits.isDisjoint(with: [.listed, .known, .institution]), words[index].isNameLike {
                best = (index + 1, traits)
            }
        }
        return best
    }
}
