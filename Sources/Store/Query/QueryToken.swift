internal import Assets

/// One word, number or currency sign of a query.
struct QueryToken: Equatable, Sendable {
    enum Shape: Equatable, Sendable { case word, number, sign }

    var shape: Shape
    /// As it was typed.
    var text: String
    /// In lower case, without marks.
    var folded: String
    /// As the full-text index holds it.
    var stem: String
    /// It begins with a capital or holds one.
    var isCapitalized: Bool
    /// What stands between it and the token before it: nothing between `4.5` and `bn` of "4.5bn".
    var gap: String
    /// `'s` or `'` followed it.
    var isPossessive: Bool

    /// A hyphen ties it to the token before it.
    var isHyphenated: Bool { ["-", "\u{2010}", "\u{2011}"].contains(gap) }

    init(_ text: String, shape: Shape, gap: String = " ") {
        self.shape = shape
        self.text = text
        folded = Folding.fold(text)
        stem = PorterStemmer.stem(folded)
        isCapitalized = text.unicodeScalars.contains { $0.properties.isUppercase }
        self.gap = gap
        isPossessive = false
    }
}

/// What a user typed, taken apart: the words, and what was marked as an exact demand.
struct QueryText: Equatable, Sendable {
    /// Everything outside of quotation marks.
    var tokens: [QueryToken] = []
    /// What stood between quotation marks, each with at least one token.
    var phrases: [[QueryToken]] = []
    /// Words that ended in `*`, without it.
    var prefixes: [QueryToken] = []

    /// So many tokens are read; what follows is not looked at.
    static let limit = 64

    init(_ text: String) {
        var lexer = QueryLexer(text)
        var quoted: [QueryToken]?
        while let piece = lexer.next(), tokens.count + (quoted?.count ?? 0) < Self.limit {
            switch piece {
            case .quote:
                if let phrase = quoted, !phrase.isEmpty, phrases.count < Self.limit { phrases.append(phrase) }
                quoted = quoted == nil ? [] : nil
            case .token(let token):
                if quoted == nil { tokens.append(token) } else { quoted?.append(token) }
            case .star:
                if quoted == nil, let last = tokens.popLast() { prefixes.append(last) }
            case .possessive:
                if quoted == nil, !tokens.isEmpty { tokens[tokens.count - 1].isPossessive = true }
            }
        }
        // A quotation mark that is never closed marks nothing.
        tokens += quoted ?? []
    }
}

extension QueryText {
    /// Whether a character is of a word, as FTS5's `unicode61` has it.
    /// - Parameter following: whether the character before it is of one.
    static func isOfWord(_ scalar: Unicode.Scalar, following: Bool) -> Bool {
        if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) || QueryLexer.isDigit(scalar) }
        return following ? QueryLexer.continuesWord(scalar) : QueryLexer.isLetter(scalar)
    }
}

/// Cuts a query into pieces, in the way of FTS5's `unicode61`: letters and numbers count, all else parts.
private struct QueryLexer {
    enum Piece {
        case token(QueryToken)
        case quote
        case star
        case possessive
    }

    /// Code points of a word that are read: no word is longer, and to look for near ones costs the square.
    private static let longestWord = 100

    private let scalars: [Unicode.Scalar]
    private var index = 0
    /// Where the last token ended.
    private var end = -1

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func next() -> Piece? {
        while index < scalars.count {
            let scalar = scalars[index]
            if Self.isLetter(scalar) || Self.isDigit(scalar) { return .token(token()) }
            index += 1
            switch scalar {
            case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}": return .quote
            case "*" where index - 1 == end && !followedByToken: return .star
            case "'", "\u{2019}": if index - 1 == end, skipPossessive() { return .possessive }
            case "%": return .token(sign("percent", scalar))
            case _ where scalar.properties.generalCategory == .currencySymbol: return .token(sign(nil, scalar))
            default: break
            }
        }
        return nil
    }

    private mutating func sign(_ word: String?, _ scalar: Unicode.Scalar) -> QueryToken {
        defer { end = index }
        return QueryToken(word ?? String(scalar), shape: .sign, gap: gap(before: index - 1))
    }

    private mutating func token() -> QueryToken {
        let start = index
        let isNumber = Self.isDigit(scalars[index])
        while index < scalars.count, isNumber ? continuesNumber(index) : Self.continuesWord(scalars[index]) {
            index += 1
        }
        defer { end = index }
        let text = Self.text(scalars[start..<min(index, start + Self.longestWord)])
        return QueryToken(text, shape: isNumber ? .number : .word, gap: gap(before: start))
    }

    private func gap(before start: Int) -> String {
        end < 0 ? "" : Self.text(scalars[end..<start])
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        for scalar in scalars { text.append(scalar) }
        return String(text)
    }

    /// A point or comma belongs to a number where digits stand on both sides.
    private func continuesNumber(_ at: Int) -> Bool {
        if Self.isDigit(scalars[at]) { return true }
        guard scalars[at] == "." || scalars[at] == ",", at + 1 < scalars.count else { return false }
        return Self.isDigit(scalars[at + 1])
    }

    private var followedByToken: Bool {
        index < scalars.count && (Self.isLetter(scalars[index]) || Self.isDigit(scalars[index]))
    }

    /// After an apostrophe: passes over the `s` of "Pfizer's" and says so; also after the plural "Airlines'".
    private mutating func skipPossessive() -> Bool {
        guard index < scalars.count else { return true }
        if scalars[index] == "s" || scalars[index] == "S",
            index + 1 == scalars.count || !Self.continuesWord(scalars[index + 1])
        {
            index += 1
            return true
        }
        return !Self.continuesWord(scalars[index]) && index >= 2 && scalars[index - 2] == "s"
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }

    static func continuesWord(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || scalar.properties.generalCategory == .nonspacingMark
    }
}
