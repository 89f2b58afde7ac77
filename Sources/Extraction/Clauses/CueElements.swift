/// The elements of all cue patterns in two flat tables.
///
/// With arrays of their own for the words of each element, looking for cues took nearly twice as long: they were
/// counted and looked for in the memory for every pattern that was tried.
struct CueElements: Sendable {
    private struct Element {
        var families: UInt64
        /// Bit set over `ClauseTerm.Kind`.
        var kinds: UInt16
        /// Terms that may stand between the element before and this one.
        var gap: UInt16
        /// Where its stems begin in `alternatives`, where its words do, and where they end.
        var stems: UInt32
        var words: UInt32
        var end: UInt32
    }

    private var elements: [Element] = []
    private var alternatives: [UInt32] = []

    /// Adds the elements of a pattern but the first.
    /// - Returns: where they lie.
    mutating func add(_ pattern: CuePattern) -> Range<Int> {
        let first = elements.count
        for element in pattern.elements.dropFirst() {
            let start = alternatives.count
            alternatives += element.stems
            alternatives += element.words
            elements.append(
                Element(
                    families: element.families, kinds: element.kinds, gap: UInt16(element.gap), stems: UInt32(start),
                    words: UInt32(start + element.stems.count), end: UInt32(alternatives.count)))
        }
        return first..<elements.count
    }

    /// Where the elements of a pattern end whose first stands before `start` of `terms`; the nearest end.
    func end(_ pattern: Range<Int>, in terms: UnsafeBufferPointer<ClauseTerm>, from start: Int) -> Int? {
        if pattern.isEmpty { return start }
        let element = elements[pattern.lowerBound]
        for index in start..<max(start, min(start + Int(element.gap) + 1, terms.count))
        where matches(element, terms[index]) {
            if let end = end(pattern.dropFirst(), in: terms, from: index + 1) { return end }
        }
        return nil
    }

    @inline(__always)
    private func matches(_ element: Element, _ term: ClauseTerm) -> Bool {
        if element.families & term.families != 0 || element.kinds & (1 << UInt16(term.kind.rawValue)) != 0 {
            return true
        }
        for place in Int(element.stems)..<Int(element.words) where alternatives[place] == term.stem { return true }
        for place in Int(element.words)..<Int(element.end) where alternatives[place] == term.word { return true }
        return false
    }
}
