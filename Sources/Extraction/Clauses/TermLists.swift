/// Lists of names in a sentence: of `in Japan, Taiwan and Korea.` all three are wanted, so that no stretch ends
/// inside one.
enum TermLists {
    /// Where each list begins and ends, in terms from the first of the sentence: names with commas between them,
    /// `and` or `or` before the last, and a sign or nothing behind it.
    static func lists(in sentence: ArraySlice<ClauseTerm>) -> [Range<Int>] {
        let terms = Array(sentence)
        var lists: [Range<Int>] = []
        var index = 0
        while index < terms.count {
            let end = terms[index].kind == .name ? listEnd(from: index, terms) : nil
            if let end { lists.append(index..<end) }
            index = end ?? index + 1
        }
        return lists
    }

    /// The end of the list whose first name is at `first`; nil where there is none.
    private static func listEnd(from first: Int, _ terms: [ClauseTerm]) -> Int? {
        var index = first + 1
        var isLast = false
        while !isLast {
            let link = index
            if index < terms.count, terms[index].kind == .closing, terms[index].word == comma { index += 1 }
            if index < terms.count, links.contains(terms[index].word) { (isLast, index) = (true, index + 1) }
            guard index > link, index < terms.count, terms[index].kind == .name else { return nil }
            index += 1
        }
        return index == terms.count || [.closing, .opening, .sign].contains(terms[index].kind) ? index : nil
    }

    private static let comma = ClauseTerm.short(FeatureHash.of(","))
    private static let links: Set<UInt32> = Set(["and", "or"].map { ClauseTerm.short(FeatureHash.of($0.utf8)) })
}
