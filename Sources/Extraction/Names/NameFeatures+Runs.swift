/// Features of the run of capitals that a token stands in, and of what stands around and between runs.
extension NameFeatures {
    /// For what stands between two runs of capitals: whether they are parts of one name or two names.
    func appendBridge(_ index: Int, _ word: NameToken, _ letters: UInt64, _ features: inout [UInt64]) {
        let token = tokens.text.tokens[index]
        let isSpaced = index + 1 < tokens.count && tokens.text.tokens[index + 1].flags.contains(.afterSpace)
        put(
            .spacing, (token.flags.contains(.afterSpace) ? 2 : 0) | (isSpaced ? 1 : 0) | UInt64(word.shape) << 2,
            &features)
        guard let (before, after) = bridge(index) else { return }
        let first = tokens.words[before].run, second = tokens.words[after].run
        let ends: UInt64 = (isLegal(first.upperBound - 1) ? 2 : 0) + (isLegal(second.upperBound - 1) ? 1 : 0)
        let lengths = UInt64(min(first.count, 3)) << 2 | UInt64(min(second.count, 3))
        put(.bridge, mix(token.hash, ends), &features)
        put(.bridgeLengths, mix(token.hash, lengths << 2 | ends), &features)
        put(.bridgeAfter, mix(mix(token.hash, tokens.hash(second.upperBound)), ends), &features)
        put(.bridgeBefore, mix(mix(token.hash, tokens.hash(first.lowerBound - 1)), ends), &features)
    }

    private func isLegal(_ index: Int) -> Bool { tokens.words[index].traits.contains(.legalSuffix) }

    /// The last word of the run of capitals before a token that is none, and the first of the run after it, at
    /// most two tokens away.
    private func bridge(_ index: Int) -> (Int, Int)? {
        var before = index - 1, after = index + 1
        while before >= max(0, index - 2), !tokens.words[before].isCapitalized { before -= 1 }
        while after < min(tokens.count, index + 3), !tokens.words[after].isCapitalized { after += 1 }
        guard before >= max(0, index - 2), after < min(tokens.count, index + 3) else { return nil }
        return (before, after)
    }

    /// For a name in angle brackets, as wires mark them: its borders are certain.
    func appendAngle(_ index: Int, _ word: NameToken, _ features: inout [UInt64]) {
        guard word.isInAngles else { return }
        let isFirst = tokens.sign(index - 1) == 0x3C, isLast = tokens.sign(index + 1) == 0x3E
        let isTicker = isFirst && (isLast || tokens.sign(index + 1) == 0x2E)
        put(.angle, (isFirst ? 4 : 0) | (isLast ? 2 : 0) | (isTicker ? 1 : 0), &features)
    }

    func appendRun(_ index: Int, _ word: NameToken, _ features: inout [UInt64]) {
        let (first, end) = (word.run.lowerBound, word.run.upperBound)
        let fromFirst = UInt64(min(index - first, 2)), toLast = UInt64(min(end - index - 1, 2))
        put(.runBefore, mix(tokens.hash(first - 1), fromFirst), &features)
        put(.runAfter, mix(tokens.hash(end), toLast), &features)
        put(.runPlace, UInt64(min(index - first, 3)) << 3 | UInt64(min(end - first, 5)), &features)
        put(.runLast, tokens.words[end - 1].name, &features)
        put(.runFirst, tokens.words[first].name, &features)
        if first < index, first > 0, tokens.words[first - 1].classes.fine > 0 {
            put(.runClassBefore, UInt64(tokens.words[first - 1].classes.fine), &features)
        }
        if end > index + 1, end < tokens.count, tokens.words[end].classes.fine > 0 {
            put(.runClassAfter, UInt64(tokens.words[end].classes.fine), &features)
        }
        put(.runPairAfter, mix(tokens.hash(end), tokens.hash(end + 1)), &features)
        put(.runPairBefore, mix(tokens.hash(first - 2), tokens.hash(first - 1)), &features)
        if let next = neighbour(end, step: 1) {
            put(.nextRun, mix(tokens.hash(end), UInt64(next) << 2 | toLast), &features)
        }
        if let last = neighbour(first - 1, step: -1) {
            put(.lastRun, mix(tokens.hash(first - 1), UInt64(last) << 2 | fromFirst), &features)
        }
        let last = tokens.words[end - 1].traits.intersection([.legalSuffix, .organisation])
        let opening = tokens.words[first].traits.intersection([.firstName, .place])
        put(.runTraits, UInt64(last.union(opening).rawValue) << 4 | fromFirst << 2 | toLast, &features)
    }

    /// How the run of capitals on the other side of a connector or comma ends: 1 with a legal suffix, else 0; nil
    /// where there is none.
    private func neighbour(_ index: Int, step: Int) -> Int? {
        guard tokens.words.indices.contains(index), tokens.words.indices.contains(index + step) else { return nil }
        let joint = tokens.words[index]
        guard joint.traits.contains(.connector) || tokens.sign(index) == 0x2C || tokens.sign(index) == 0x26,
            tokens.words[index + step].isCapitalized
        else { return nil }
        return isLegal(tokens.words[index + step].run.upperBound - 1) ? 1 : 0
    }

    func appendBrackets(_ index: Int, _ word: NameToken, _ features: inout [UInt64]) {
        let before = tokens.sign(index - 1)
        if before == 0x28 || before == 0x3C {
            let isTicker = word.traits.contains(.ticker)
            let isUpper = tokens.text.tokens[index].flags.contains(.allCapitals)
            put(.bracket, UInt64(before) << 2 | (isTicker ? 2 : 0) | (isUpper ? 1 : 0), &features)
        }
        let after = tokens.sign(word.run.upperBound)
        if after == 0x28 || after == 0x3C { put(.beforeBracket, UInt64(after), &features) }
    }
}
