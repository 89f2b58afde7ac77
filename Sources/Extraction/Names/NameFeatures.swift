/// The binary features from which `LabelModel` scores a token, as hashes: the word, its neighbours, its shape
/// and lists, the run of capitals around it, the register, and what the whole article says of the word.
package struct NameFeatures {
    let tokens: NameTokens
    let evidence: DocumentEvidence
    /// How common each token is in lower case: 0 (never seen so) to 3; by token.
    let lowerClasses: [UInt8]

    package init(_ tokens: NameTokens, lowerClasses: [UInt8]) {
        self.tokens = tokens
        self.lowerClasses = lowerClasses
        evidence = DocumentEvidence(tokens)
    }

    /// What groups of features are about; part of their hashes.
    private enum Template: UInt64 {
        case bias = 1, word, shape, letters, suffix3, suffix2, prefix3, before, after, before2, after2, pairBefore
        case pairAfter, wordBefore, wordAfter, shapeBefore, shapeAfter, shapes, traits, trait, runBefore, runAfter
        case runPlace, runLast, runFirst, runPairAfter, runPairBefore, runTraits, lowerClass, uses, useCount, document
        case allCapitals, bracket, beforeBracket, register, registerWord, registerRun, noRegister, registerTraits
        case angle, spacing, bridge, bridgeLengths, bridgeAfter, bridgeBefore, nextRun, lastRun, afterInitials, english,
            common
        case registerKind, openingWord
        case wordClass, classBefore, classAfter, classes, runClassBefore, runClassAfter
    }

    @inline(__always)
    private func put(_ template: Template, _ value: UInt64, _ features: inout [UInt64]) {
        features.append(FeatureHash.combine(template.rawValue &* 0xD6E8_FEB8_6659_FD93, value))
    }

    @inline(__always)
    private func mix(_ a: UInt64, _ b: UInt64) -> UInt64 { FeatureHash.combine(a, b) }

    /// Appends the features that what the article says of the word in `slot` gives to all its uses.
    package func appendDocument(slot: Int, to features: inout [UInt64]) {
        evidence.forEach(slot) { put(.document, $0, &features) }
    }

    /// The slot of the token's word in the article; nil for words that are never capitalised.
    package func slot(of index: Int) -> Int? {
        let isEligible = tokens.words[index].letters != .lower && tokens.text.tokens[index].kind == .word
        return isEligible && evidence.slots[index] >= 0 ? Int(evidence.slots[index]) : nil
    }

    package var slotCount: Int { evidence.counts.count }

    /// Appends the features of the token at `index` to `features`.
    package func append(_ index: Int, to features: inout [UInt64]) {
        let word = tokens.words[index]
        let letters = UInt64(word.letters.rawValue)
        let place = UInt64(word.opens ? 1 : 0) << 2 | UInt64(tokens.setting(at: index).rawValue)
        put(.bias, 0, &features)
        put(.letters, letters << 3 | place, &features)
        appendWords(index, letters, &features)
        appendShapes(index, word, letters, &features)
        appendClasses(index, word, letters, &features)
        appendTraits(index, letters, word.opens, &features)
        appendRegister(index, word, &features)
        appendAngle(index, word, &features)
        guard word.letters != .lower, tokens.text.tokens[index].kind == .word else {
            return appendBridge(index, word, letters, &features)
        }
        appendRun(index, word, &features)
        appendUses(index, word, place, &features)
        appendBrackets(index, word, &features)
    }

    /// For what stands between two runs of capitals: whether they are parts of one name or two names.
    private func appendBridge(_ index: Int, _ word: NameToken, _ letters: UInt64, _ features: inout [UInt64]) {
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
    private func appendAngle(_ index: Int, _ word: NameToken, _ features: inout [UInt64]) {
        guard word.isInAngles else { return }
        let isFirst = tokens.sign(index - 1) == 0x3C, isLast = tokens.sign(index + 1) == 0x3E
        let isTicker = isFirst && (isLast || tokens.sign(index + 1) == 0x2E)
        put(.angle, (isFirst ? 4 : 0) | (isLast ? 2 : 0) | (isTicker ? 1 : 0), &features)
    }

    private func appendWords(_ index: Int, _ letters: UInt64, _ features: inout [UInt64]) {
        let word = tokens.hash(index)
        let (before, before2) = (tokens.hash(index - 1), tokens.hash(index - 2))
        let (after, after2) = (tokens.hash(index + 1), tokens.hash(index + 2))
        put(.word, word, &features)
        put(.before, before, &features)
        put(.after, after, &features)
        put(.before2, before2, &features)
        put(.after2, after2, &features)
        put(.pairBefore, mix(mix(before2, before), letters), &features)
        put(.pairAfter, mix(mix(after, after2), letters), &features)
        put(.wordBefore, mix(before, word), &features)
        put(.wordAfter, mix(word, after), &features)
    }

    private func appendShapes(_ index: Int, _ word: NameToken, _ letters: UInt64, _ features: inout [UInt64]) {
        let before = index > 0 ? tokens.words[index - 1].shape : 0
        let after = index + 1 < tokens.count ? tokens.words[index + 1].shape : 0
        put(.shape, word.shape, &features)
        put(.suffix3, UInt64(word.suffix3) << 2 | letters, &features)
        put(.suffix2, UInt64(word.suffix2) << 2 | letters, &features)
        put(.prefix3, UInt64(word.prefix3) << 2 | letters, &features)
        put(.shapeBefore, mix(before, letters), &features)
        put(.shapeAfter, mix(after, letters), &features)
        put(.shapes, mix(mix(before, word.shape), after), &features)
    }

    private func appendClasses(_ index: Int, _ word: NameToken, _ letters: UInt64, _ features: inout [UInt64]) {
        let before = index > 0 ? tokens.words[index - 1].classes : WordClasses.none
        let after = index + 1 < tokens.count ? tokens.words[index + 1].classes : WordClasses.none
        if word.classes.fine > 0 { put(.wordClass, UInt64(word.classes.fine) << 2 | letters, &features) }
        if before.fine > 0 { put(.classBefore, UInt64(before.fine) << 2 | letters, &features) }
        if after.fine > 0 { put(.classAfter, UInt64(after.fine) << 2 | letters, &features) }
        if before.middle > 0, after.middle > 0 {
            put(.classes, UInt64(before.middle) << 10 | UInt64(after.middle) << 2 | letters, &features)
        }
    }

    /// Lists that count only for capitalised words.
    private static let capitalizedTraits: WordTraits = [
        .legalSuffix, .place, .smallPlace, .firstName, .familyName, .opensRegisterName,
    ]
    private static let otherTraits: WordTraits = [
        .organisation, .title, .calendar, .companyRole, .companyNoun, .demonym, .other, .thing,
    ]

    private func traits(_ index: Int) -> WordTraits {
        let word = tokens.words[index]
        let counted = word.isCapitalized ? Self.otherTraits.union(Self.capitalizedTraits) : Self.otherTraits
        return word.traits.intersection(counted)
    }

    private func appendTraits(_ index: Int, _ letters: UInt64, _ opens: Bool, _ features: inout [UInt64]) {
        for offset in -2...2 where tokens.words.indices.contains(index + offset) {
            let traits = traits(index + offset)
            if !traits.isEmpty {
                put(.traits, mix(UInt64(offset + 3) << 2 | letters, UInt64(traits.rawValue)), &features)
            }
        }
        for offset in -1...1 where tokens.words.indices.contains(index + offset) {
            var rest = traits(index + offset).rawValue
            let context = UInt64(offset + 1) << 3 | letters << 1 | (opens ? 1 : 0)
            while rest != 0 {
                let bit = rest & (~rest &+ 1)
                put(.trait, UInt64(bit) << 5 | context, &features)
                rest ^= bit
            }
        }
    }

    private func appendRun(_ index: Int, _ word: NameToken, _ features: inout [UInt64]) {
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

    private func appendUses(_ index: Int, _ word: NameToken, _ place: UInt64, _ features: inout [UInt64]) {
        put(.lowerClass, UInt64(lowerClasses[index]) << 1 | (word.opens ? 1 : 0), &features)
        let isEnglish = word.traits.contains(.english)
        if word.isCommon { put(.common, place, &features) }
        if word.opens {
            let isFollowed = index + 1 < tokens.count && tokens.words[index + 1].isCapitalized
            let isListed = word.register.length > 0
            let kind = ambiguity(word, lowerClasses[index]) << 2 | (isFollowed ? 2 : 0) | (isListed ? 1 : 0)
            put(.openingWord, kind << 2 | UInt64(lowerClasses[index]), &features)
        }
        put(.english, UInt64(lowerClasses[index]) << 5 | (isEnglish ? 16 : 0) | place, &features)
        if index > 0, tokens.words[index - 1].shape == Self.initials {
            put(.afterInitials, UInt64(lowerClasses[index]) << 1 | (isEnglish ? 1 : 0), &features)
        }
        if tokens.text.tokens[index].flags.contains(.allCapitals),
            tokens.text.tokens[index].end - tokens.text.tokens[index].start > 1
        {
            put(.allCapitals, place, &features)
        }
        guard let slot = slot(of: index) else { return }
        let counts = evidence.counts[slot]
        put(.uses, UInt64(min(counts.inside, 2)) << 8 | UInt64(min(counts.lower, 1)) << 6 | place, &features)
        put(.useCount, UInt64(min(counts.all, 4)) << 1 | (word.opens ? 1 : 0), &features)
    }

    /// The shape of `U.S.`
    private static let initials: UInt64 = 0x582E_582E

    private func appendBrackets(_ index: Int, _ word: NameToken, _ features: inout [UInt64]) {
        let before = tokens.sign(index - 1)
        if before == 0x28 || before == 0x3C {
            let isTicker = word.traits.contains(.ticker)
            let isUpper = tokens.text.tokens[index].flags.contains(.allCapitals)
            put(.bracket, UInt64(before) << 2 | (isTicker ? 2 : 0) | (isUpper ? 1 : 0), &features)
        }
        let after = tokens.sign(word.run.upperBound)
        if after == 0x28 || after == 0x3C { put(.beforeBracket, UInt64(after), &features) }
    }

    /// What else a word of the register may be: an ordinary word, a person's name, a place; whether its capital
    /// says nothing.
    private func ambiguity(_ word: NameToken, _ lowerClass: UInt8) -> UInt64 {
        let isOrdinary = lowerClass > 0 || word.traits.contains(.english)
        let isPerson = !word.traits.isDisjoint(with: [.firstName, .familyName])
        return (isOrdinary ? 1 : 0) | (isPerson ? 2 : 0) | (word.traits.contains(.place) ? 4 : 0) | (word.opens ? 8 : 0)
    }

    private func appendRegister(_ index: Int, _ word: NameToken, _ features: inout [UInt64]) {
        let mark = word.register
        guard mark.length > 0 else { return put(.noRegister, 0, &features) }
        let isFirst: UInt64 = index == mark.start ? 1 : 0
        let isRun: UInt64 = isFirst == 1 && mark.start == word.run.lowerBound && mark.length == word.run.count ? 1 : 0
        let lists = UInt64(mark.traits.rawValue & 0xFF)
        put(.register, UInt64(min(mark.length, 3)) << 1 | isFirst, &features)
        put(.registerWord, UInt64(lowerClasses[index] > 1 ? 1 : 0) << 1 | isFirst, &features)
        put(.registerTraits, lists << 1 | isFirst, &features)
        put(
            .registerKind,
            lists << 8 | ambiguity(word, lowerClasses[index]) << 3 | UInt64(min(mark.length, 2)) << 1 | isFirst,
            &features)
        put(.registerRun, isRun, &features)
    }
}
