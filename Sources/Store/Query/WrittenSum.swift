/// A sum as people write one: `5bn`, `$1.5m`, `1,000,000`.
public struct WrittenSum: Sendable, Equatable {
    public var number: Double
    /// ISO 4217, where the text says it.
    public var currency: String?

    /// Nil where `text` is anything but one sum.
    public init?(_ text: String) {
        let tokens = QueryText(text).tokens
        let reader = AmountReader()
        if let plain = Double(text) ?? (tokens.count == 1 ? reader.number(tokens[0]) : nil) {
            guard plain.isFinite else { return nil }
            (number, currency) = (plain, nil)
            return
        }
        guard let amount = reader.amount(text), case .money(let code) = amount.unit else { return nil }
        (number, currency) = (amount.number, code)
    }
}
