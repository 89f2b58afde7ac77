internal import Model

/// Walks the lexemes of one stretch of text and collects the values said in it, left to right.
struct ValueParser {
    let lexicon: ValueLexicon
    let text: UnsafeBufferPointer<UInt8>
    let lexemes: [ValueLexeme]
    /// The readings of each lexeme, by index into the lexicon; -1 for none.
    let readings: [Int32]
    let published: CalendarDate?
    var values: [Value] = []

    init(_ lexicon: ValueLexicon, text: UnsafeBufferPointer<UInt8>, range: TextRange, published: CalendarDate?) {
        self.lexicon = lexicon
        self.text = text
        self.published = published
        lexemes = ValueLexer(text, range: range).lexemes
        readings = lexemes.map { lexeme in
            lexeme.kind == .word ? Int32(lexicon.index(of: lexeme.hash) ?? -1) : -1
        }
    }

    mutating func parse() -> [Value] {
        var index = 0
        while index < lexemes.count {
            index = value(at: index) ?? index + 1
        }
        return values
    }

    /// Adds the value that begins at `index` and says where the text goes on; nil where none begins.
    private mutating func value(at index: Int) -> Int? {
        switch lexemes[index].kind {
        case .number:
            return dateInFigures(at: index) ?? split(at: index) ?? quantity(at: index) ?? year(at: index)
        case .word where readings[index] >= 0:
            return monthDate(at: index) ?? relativeDate(at: index) ?? fraction(at: index) ?? quantity(at: index)
                ?? singlePeriod(at: index)
        default: return nil
        }
    }

    // MARK: Reading lexemes

    func isNumber(_ index: Int) -> Bool { lexemes.indices.contains(index) && lexemes[index].kind == .number }

    func isSign(_ index: Int, _ sign: UInt8) -> Bool {
        lexemes.indices.contains(index) && lexemes[index].kind == .sign && lexemes[index].sign == sign
    }

    func isGlued(_ index: Int) -> Bool { index < lexemes.count && lexemes[index].isGlued }

    func entry(_ index: Int) -> ValueLexicon.Entry? {
        index >= 0 && index < lexemes.count && readings[index] >= 0 ? lexicon[Int(readings[index])] : nil
    }

    func keyword(_ index: Int) -> ValueLexicon.Keyword? { entry(index)?.keyword }

    func isKeyword(_ index: Int, _ keywords: ValueLexicon.Keyword...) -> Bool {
        guard let keyword = keyword(index) else { return false }
        return keywords.contains(keyword)
    }

    /// `index`, or the one after a hyphen that glues it to what is before: `five-year`.
    func pastHyphen(_ index: Int) -> Int {
        isSign(index, 0x2D) && isGlued(index) && index + 1 < lexemes.count ? index + 1 : index
    }

    /// The words from the lexeme `first` up to, not with, the lexeme `next`.
    func range(_ first: Int, _ next: Int) -> TextRange {
        TextRange(lexemes[first].start, lexemes[next - 1].end)
    }
}
