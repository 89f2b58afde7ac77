/// The words around a quote that a reader may search for: the title, and its sentence with a space for the
/// quote, as the view `clause_text` spells them.
enum ClauseContext {
    /// `replace()` of SQL over spans: the general search of the standard library takes as long as storing the clause.
    static func bytes(title: String, sentence: Span<UInt8>, quote: Span<UInt8>) -> [UInt8] {
        var bytes = Array(title.utf8)
        bytes.reserveCapacity(bytes.count + sentence.count + 2)
        bytes.append(0x0A)
        var index = 0
        while index < sentence.count {
            if stands(quote, at: index, in: sentence) {
                bytes.append(0x20)
                index += quote.count
            } else {
                bytes.append(sentence[index])
                index += 1
            }
        }
        return bytes
    }

    private static func stands(_ quote: Span<UInt8>, at start: Int, in sentence: Span<UInt8>) -> Bool {
        guard quote.count > 0, sentence[start] == quote[0], start + quote.count <= sentence.count else { return false }
        for offset in 1..<quote.count where sentence[start + offset] != quote[offset] { return false }
        return true
    }
}
