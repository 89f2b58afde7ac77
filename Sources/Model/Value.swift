/// A sum, percentage, date or duration said in a text, normalised, with the words that say it.
public struct Value: Sendable, Equatable {
    public var content: Content
    /// The words, in bytes of the article's text.
    public var range: TextRange

    public enum Content: Sendable, Equatable {
        case money(Money)
        /// In percent: 12.5 for "12.5 pct".
        case percent(Double)
        /// ISO 8601, of day, month or year precision: `2025-03-14`, `2025-03`, `2025`.
        case date(String)
        /// ISO 8601 duration: `P5Y`, `P18M`, `P90D`.
        case duration(String)
    }

    public init(_ content: Content, range: TextRange) {
        self.content = content
        self.range = range
    }
}

/// An amount of money.
public struct Money: Sendable, Equatable {
    /// In whole units of the currency: 400,000,000 for "400 mln dlrs".
    public var amount: Double
    /// ISO 4217 code, e.g. `USD`.
    public var currency: String

    public init(amount: Double, currency: String) {
        self.amount = amount
        self.currency = currency
    }
}
