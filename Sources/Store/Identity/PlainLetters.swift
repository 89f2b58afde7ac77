internal import Assets

/// Letters that are often written with plain ones, as in "Orsted" or "Oersted" for "Ørsted": `data/letters.tsv`.
struct PlainLetters: Sendable {
    /// A way to write a letter, all in UTF-8.
    struct Spelling: Sendable {
        var letter: [UInt8]
        var plain: [UInt8]
    }

    /// Spellings of letters that no mark tells from plain ones: neither folding nor the full-text index undoes those.
    /// The rare ones, for plain letters that every word has, are left out.
    private(set) var unmarked: [Spelling] = []
    private typealias Letters = [(letter: Unicode.Scalar, plain: String)]

    /// The letters that keys have plain. (Some twenty: to hash them takes longer than to look through them.)
    private var keys: Letters = []
    /// The other spelling of a letter, with or without mark.
    private var others: Letters = []

    static let shared = PlainLetters()

    private init() {
        var searched: [Unicode.Scalar] = []
        for row in Assets.table("data/letters.tsv") where row.count == 3 {
            guard let letter = row[0].unicodeScalars.first else { continue }
            if row[2] == "other" { others.append((letter, row[1])) } else { keys.append((letter, row[1])) }
            if row[2] == "key" { searched.append(letter) }
        }
        for letter in searched {
            for plain in [Self.plain(letter, keys), Self.plain(letter, others)].compactMap(\.self) {
                unmarked.append(Spelling(letter: Array(String(letter).utf8), plain: Array(plain.utf8)))
            }
        }
    }

    /// `folded` with its letters plain: `orsted` for "ørsted".
    func plain(_ folded: String) -> String { spelt(folded, keys) }

    /// `text` in lower case with its letters in their other spelling: `oersted` for "Ørsted".
    func other(_ text: String) -> String { spelt(text.lowercased(), others) }

    /// `folded` where two plain letters may stand for one, with that one: `sudzucker` for "suedzucker".
    func joined(_ folded: String) -> String {
        var text: [UInt8] = []
        for byte in folded.utf8 {
            if byte == UInt8(ascii: "e"), let last = text.last, Self.umlauts.contains(last) { continue }
            text.append(byte)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let umlauts: [UInt8] = [UInt8(ascii: "a"), UInt8(ascii: "o"), UInt8(ascii: "u")]

    private func spelt(_ text: String, _ letters: Letters) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        return text.unicodeScalars.map { Self.plain($0, letters) ?? String($0) }.joined()
    }

    private static func plain(_ letter: Unicode.Scalar, _ letters: Letters) -> String? {
        letters.first { $0.letter == letter }?.plain
    }
}
