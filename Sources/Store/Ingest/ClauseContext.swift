/// The words around a quote that a reader may search for: the title, and its sentence without it, as the
/// view `clause_text` spells them.
enum ClauseContext {
    static func bytes(title: String, sentence: ArraySlice<UInt8>, quote: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = Array(title.utf8)
        bytes.append(0x0A)
        var rest = sentence
        while let found = rest.firstRange(of: quote) {
            bytes += rest[..<found.lowerBound]
            bytes.append(0x20)
            rest = rest[found.upperBound...]
        }
        return bytes + rest
    }
}

extension ArraySlice<UInt8> {
    /// Where `words` first stand; nil where they do not, or are none.
    private func firstRange(of words: ArraySlice<UInt8>) -> Range<Int>? {
        guard let first = words.first, words.count <= count else { return nil }
        for start in startIndex...(endIndex - words.count)
        where self[start] == first && self[start..<(start + words.count)].elementsEqual(words) {
            return start..<(start + words.count)
        }
        return nil
    }
}
