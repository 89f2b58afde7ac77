internal import Model

/// What stands around a run of capitals and says what it names: a noun in apposition, its neighbours in a list.
extension NameTokens {
    /// The head noun of what stands in apposition after `end`: `lessor` in `, the Irish lessor of ships,`.
    func appositionHead(after end: Int) -> Int? {
        guard sign(end) == 0x2C, end + 1 < count, !words[end + 1].isCapitalized else { return nil }
        var head: Int?
        for index in end + 1..<min(end + 8, count) {
            if text.tokens[index].kind == .sign && sign(index) != 0x2D { break }
            if words[index].traits.contains(.connector), !Self.articles.contains(hash(index)) { break }
            if Self.breaks.contains(hash(index)) { break }
            if !words[index].isCapitalized, words[index].classes.fine > 0 { head = index }
        }
        return head
    }

    /// The first word of the run of capitals on the other side of a connector or comma at `joint`.
    func listed(_ joint: Int, step: Int) -> Int? {
        guard words.indices.contains(joint), words.indices.contains(joint + step), words[joint + step].isCapitalized,
            sign(joint) == 0x2C || Self.joiners.contains(hash(joint))
        else { return nil }
        return words[joint + step].run.lowerBound
    }

    /// What the tables say of the run of capitals that begins at `first`: the register's lists and whether it ends
    /// with a legal suffix or an organisation's word.
    func standing(_ first: Int) -> UInt64 {
        let run = words[first].run
        let last = words[run.upperBound - 1].traits.intersection([.legalSuffix, .organisation])
        let opening = words[first].traits.intersection([.firstName, .place])
        let lists = words[first].register.start == first ? words[first].register.traits.rawValue & 0xFF : 0
        return UInt64(last.union(opening).rawValue) << 8 | UInt64(lists)
    }

    /// Whether a thing's word in small letters follows right after: `the Zephyr series`.
    func namesThing(before end: Int) -> Bool {
        end < count && !words[end].isCapitalized && words[end].traits.contains(.thing)
    }

    /// How far before `start` an article or a possessive stands that belongs to what starts there, with words in small
    /// letters alone between them: 3 in `their most popular Zephyr`.
    func determiner(before start: Int) -> Int? {
        for index in stride(from: start - 1, through: max(0, start - 4), by: -1) {
            if Self.determiners.contains(hash(index)) { return start - index }
            let isPlain = text.tokens[index].kind == .word || sign(index) == 0x2D
            guard isPlain, !words[index].isCapitalized, !words[index].traits.contains(.connector),
                !Self.breaks.contains(hash(index))
            else { return nil }
        }
        return nil
    }

    private static let determiners = hashes("the a an its their our his her your")

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { FeatureHash.of($0.utf8) })
    }

    private static let articles = hashes("the a an")
    private static let joiners = hashes("and or & with und y et")
    private static let breaks = hashes("that which who whose with in at from by to has was is has had said where")
}
