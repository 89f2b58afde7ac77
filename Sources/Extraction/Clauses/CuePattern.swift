/// A phrase that speaks for a clause type, as a row of `data/cues/clauses.tsv` says it.
///
/// Its elements are separated by spaces. An element is one or more alternatives separated by `|`: a word (any
/// form of it), `=word` (this form only), `@FAMILY` (a word of the family), `NAME`, `#MONEY`, `#PCT`, `#YEAR`,
/// `#MONTH`, `#N` (a number before a unit of time) or `#NUM` (another number). `..` between two elements lets
/// up to four terms stand between them, `...` up to ten.
struct CuePattern {
    struct Element {
        var stems: [UInt32] = []
        var words: [UInt32] = []
        var families: UInt64 = 0
        /// Bit set over `ClauseTerm.Kind`.
        var kinds: UInt16 = 0
        /// Terms that may stand between the element before and this one.
        var gap = 0
    }

    var type: Int
    var elements: [Element]

    /// - Returns: nil where `text` has no element.
    init?(_ text: String, type: Int, lexicon: ClauseLexicon) {
        self.type = type
        elements = []
        var gap = 0
        for part in text.split(separator: " ") {
            if part == ".." || part == "..." {
                gap = part.count == 2 ? 4 : 10
                continue
            }
            var element = Element(gap: gap)
            for alternative in part.split(separator: "|") { Self.add(alternative, to: &element, lexicon) }
            elements.append(element)
            gap = 0
        }
        if elements.isEmpty { return nil }
    }

    private static func add(_ alternative: Substring, to element: inout Element, _ lexicon: ClauseLexicon) {
        if let kind = kinds[String(alternative)] {
            element.kinds |= 1 << UInt16(kind.rawValue)
        } else if alternative.first == "@" {
            let family = lexicon.familyNames.firstIndex { $0 == alternative.dropFirst() }
            if let family { element.families |= 1 << UInt64(family) }
        } else if alternative.first == "=" {
            element.words.append(ClauseTerm.short(FeatureHash.of(alternative.dropFirst().utf8)))
        } else {
            element.stems.append(ClauseTerm.short(lexicon.stem(String(alternative))))
        }
    }

    private static let kinds: [String: ClauseTerm.Kind] = [
        "NAME": .name, "#MONEY": .money, "#PCT": .percent, "#YEAR": .year, "#MONTH": .month, "#N": .count,
        "#NUM": .number,
    ]
}
