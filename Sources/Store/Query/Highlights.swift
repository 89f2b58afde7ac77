internal import Assets
internal import Model

/// Finds which words of a hit matched: what FTS5's `highlight()` would mark, without reading the index again for each
/// hit, which took a fifth of the time of a phrase.
struct Highlights {
    private struct Phrase {
        /// The first letter of its first word, which no ending changes.
        var first: UInt8
        var stems: [String]
        /// Its last word may go on.
        var isBeginning: Bool
    }

    // There are few of them: lists take less time than hashing.
    private var phrases: [Phrase] = []
    /// The first letters of all their words.
    private var letters: [UInt8] = []

    init(_ understanding: Understanding) {
        for reading in understanding.parts.flatMap(\.readings) {
            guard case .text(_, let texts) = reading.meaning else { continue }
            for text in texts {
                let stems = IndexedWord.words(of: text).map { $0.stem(of: text) }
                for letter in stems.compactMap(\.utf8.first) where !letters.contains(letter) { letters.append(letter) }
                guard let first = stems.first?.utf8.first else { continue }
                phrases.append(Phrase(first: first, stems: stems, isBeginning: text.hasSuffix("*")))
            }
        }
    }

    /// What matched in `text`, in its UTF-8 bytes; phrases that share words are one range.
    func ranges(in text: String) -> [TextRange] {
        if phrases.isEmpty { return [] }
        let words = IndexedWord.words(of: text)
        // Words that cannot match are not stemmed.
        let stems = words.map { letters.contains($0.first) ? $0.stem(of: text) : "" }
        var ranges: [TextRange] = []
        var end = 0
        for start in words.indices {
            let longest = phrases.filter { $0.first == words[start].first && matches($0, stems[start...]) }
                .map(\.stems.count).max()
            guard let longest else { continue }
            let last = words[start + longest - 1].range.upperBound
            if start < end, let range = ranges.popLast() {
                ranges.append(TextRange(range.start, max(range.end, last)))
            } else {
                ranges.append(TextRange(words[start].range.lowerBound, last))
            }
            end = max(end, start + longest)
        }
        return ranges
    }

    private func matches(_ phrase: Phrase, _ stems: ArraySlice<String>) -> Bool {
        guard stems.count >= phrase.stems.count else { return false }
        for (place, (wanted, stem)) in zip(phrase.stems, stems).enumerated() where wanted != stem {
            guard phrase.isBeginning, place == phrase.stems.count - 1, stem.hasPrefix(wanted) else { return false }
        }
        return true
    }
}

/// A word of a text as the full-text index (`porter unicode61`) has it: letters and digits, all else parts.
struct IndexedWord {
    /// In UTF-8 bytes.
    var range: Range<Int>
    /// The first byte of the folded word.
    var first: UInt8

    func stem(of text: String) -> String {
        PorterStemmer.stem(Folding.fold(Self.part(range, of: text)))
    }

    private static func part(_ range: Range<Int>, of text: String) -> String {
        let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
        return String(text[start..<text.utf8.index(start, offsetBy: range.count)])
    }

    static func words(of text: String) -> [IndexedWord] {
        var words: [IndexedWord] = []
        var start: Int?
        var offset = 0
        func end() {
            guard let begun = start else { return }
            start = nil
            var first = text.utf8[text.utf8.index(text.startIndex, offsetBy: begun)]
            if first >= 0x80 { first = Folding.fold(part(begun..<offset, of: text)).utf8.first ?? 0 }
            words.append(
                IndexedWord(range: begun..<offset, first: (0x41...0x5A).contains(first) ? first | 0x20 : first))
        }
        for scalar in text.unicodeScalars {
            if QueryText.isOfWord(scalar, following: start != nil) {
                if start == nil { start = offset }
            } else {
                end()
            }
            offset += UTF8.width(scalar)
        }
        end()
        return words
    }
}
