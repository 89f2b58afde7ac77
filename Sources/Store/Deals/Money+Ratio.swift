internal import Model

extension Money {
    /// How many times the larger is the smaller; nil for other currencies, which cannot be compared.
    func ratio(to other: Money) -> Double? {
        guard currency == other.currency, amount > 0, other.amount > 0 else { return nil }
        return max(amount, other.amount) / min(amount, other.amount)
    }
}
