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
    enum Template: UInt64 {
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
    func put(_ template: Template, _ value: UInt64, _ features: inout [UInt64]) {
        features.append(FeatureHash.combine(template.rawValue &* 0xD6E8_FEB8_6659_FD93, value))
    }

    @inline(__always)
    func mix(_ a: UInt64, _ b: UInt64) -> UInt64 { FeatureHash.combine(a, b) }

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
}
