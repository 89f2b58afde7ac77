internal import Model

/// How an article writes its words: only a word that is never in lower case is taken for a name where the
/// sentence begins.
struct NameEvidence {
    private var seen: HashTable<UInt8>
    private let text: TokenizedText

    private static let lowercase: UInt8 = 1
    private static let capitalizedInside: UInt8 = 2

    init(_ text: TokenizedText) {
        self.text = text
        seen = HashTable(capacity: text.tokens.count, none: 0)
        for index in text.tokens.indices where text.tokens[index].kind == .word {
            let token = text.tokens[index]
            if !token.isCapitalized {
                seen[token.hash] |= Self.lowercase
            } else if !token.flags.contains(.opensSentence), !opensStretch(index) {
                seen[token.hash] |= Self.capitalizedInside
            }
        }
    }

    func isLowercase(_ hash: UInt64) -> Bool { seen[hash] & Self.lowercase != 0 }

    func isCapitalizedInside(_ hash: UInt64) -> Bool { seen[hash] & Self.capitalizedInside != 0 }

    /// A quote, a colon or a stop stands before it, after which any word may have a capital.
    func opensStretch(_ index: Int) -> Bool {
        guard index > 0, text.tokens[index - 1].kind == .sign else { return false }
        switch text.article.text[Int(text.tokens[index - 1].start)] {
        case 0x2E, 0x22, 0x3A, 0x3F, 0x21, 0xE2: return true
        default: return false
        }
    }
}
