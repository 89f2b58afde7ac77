/// Turns what a person types into an expression for FTS5's `MATCH`. Whatever the text is, the expression is
/// valid and holds nothing of it but quoted strings. <https://sqlite.org/fts5.html#full_text_query_syntax>
struct FullTextExpression: Equatable {
    enum Term: Equatable {
        /// Words in this order; one word mostly.
        case phrase(String)
        /// Words that begin so.
        case prefix(String)
    }

    enum Operator: String {
        case all = "AND"
        case any = "OR"
    }

    let terms: [Term]

    /// What comes after the 64th term is not looked for: the time must not grow with what is pasted in.
    static let mostTerms = 64

    /// - Parameter text: words; `"…"` makes a phrase, a trailing `*` a prefix.
    init(_ text: String) {
        var terms: [Term] = []
        var quoted = false
        for part in text.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false) {
            defer { quoted.toggle() }
            if quoted {
                if let phrase = Self.term(part, isPrefix: false) { terms.append(phrase) }
            } else {
                for word in part.split(whereSeparator: \.properties.isWhitespace) {
                    if let term = Self.term(word, isPrefix: word.last == "*") { terms.append(term) }
                }
            }
        }
        self.terms = Array(terms.prefix(Self.mostTerms))
    }

    /// Nil where nothing in `text` is a letter or a digit: such a phrase matches nothing and hides all else.
    private static func term(_ text: Substring.UnicodeScalarView, isPrefix: Bool) -> Term? {
        guard text.contains(where: Self.isWordScalar) else { return nil }
        // A NUL would end the expression for SQLite.
        let words = String(String.UnicodeScalarView(text.filter { $0 != "\0" && $0 != "*" }))
        return isPrefix ? .prefix(words) : .phrase(words)
    }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }

    /// The words of the terms, for looking them up elsewhere.
    var words: [String] {
        terms.map { switch $0 { case .phrase(let text), .prefix(let text): text } }
    }

    /// The expression over `columns`, joined by `operator`, for rows that have all `tags`; nil where there is
    /// neither a term nor a tag.
    func match(_ operator: Operator, columns: StaticString, tags: [String] = []) -> String? {
        let wanted = terms.map(Self.quoted).joined(separator: " \(`operator`.rawValue) ")
        let parts = (wanted.isEmpty ? [] : ["(\(columns) : (\(wanted)))"]) + tags.map { "(tags : \"\($0)\")" }
        return parts.isEmpty ? nil : parts.joined(separator: " AND ")
    }

    private static func quoted(_ term: Term) -> String {
        switch term {
        case .phrase(let text): "\"\(text)\""
        case .prefix(let text): "\"\(text)\" *"
        }
    }
}
