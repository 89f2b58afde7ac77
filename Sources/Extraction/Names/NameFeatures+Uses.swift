/// Features of what the article and the register say of a word wherever it stands.
extension NameFeatures {
    /// The shape of `U.S.`
    private static let initials: UInt64 = 0x582E_582E

    func appendUses(_ index: Int, _ word: NameToken, _ place: UInt64, _ features: inout [UInt64]) {
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

    /// What else a word of the register may be: an ordinary word, a person's name, a place; whether its capital
    /// says nothing.
    private func ambiguity(_ word: NameToken, _ lowerClass: UInt8) -> UInt64 {
        let isOrdinary = lowerClass > 0 || word.traits.contains(.english)
        let isPerson = !word.traits.isDisjoint(with: [.firstName, .familyName])
        return (isOrdinary ? 1 : 0) | (isPerson ? 2 : 0) | (word.traits.contains(.place) ? 4 : 0) | (word.opens ? 8 : 0)
    }

    func appendRegister(_ index: Int, _ word: NameToken, _ features: inout [UInt64]) {
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
