internal import Assets

/// A sum or a percentage that a query names.
struct QueryAmount: Equatable, Sendable {
    enum Unit: Equatable, Sendable {
        /// ISO 4217, where the query says it.
        case money(currency: String?)
        case percent
    }

    var number: Double
    var unit: Unit
    /// Whether larger or smaller ones are asked for: "over $1bn".
    var bound = Bound.exact
    /// The tokens that say it.
    var tokens: Range<Int>

    /// The numbers that are as large as was asked for.
    var numbers: ClosedRange<Double> {
        // What was rounded is the same.
        let margin = abs(number) * 1e-6
        return switch bound {
        case .exact: number - margin...number + margin
        case .least: number - margin...Double.greatestFiniteMagnitude
        case .above: number + margin...Double.greatestFiniteMagnitude
        case .most: -Double.greatestFiniteMagnitude...number + margin
        case .below: -Double.greatestFiniteMagnitude...number - margin
        }
    }
}

/// Finds the sums and percentages among the words of a query, in any of the ways in which people write them:
/// `$4.5bn`, `4.5 billion dollars`, `USD 4,500,000,000`, `12.5 pct`.
struct AmountReader {
    private static let percents: Set<String> = ["percent", "pct", "pc", "percentage"]

    /// The number that a word stands for in one of these ways, from `data/values/numbers.tsv`.
    private static func number(_ word: String, as uses: Set<String>) -> Double? {
        Assets.rows(of: "data/values/numbers.tsv", for: word).first { $0.count == 3 && uses.contains($0[2]) }
            .flatMap { Double($0[1]) }
    }

    static func isNumberWord(_ word: String) -> Bool { number(word, as: ["cardinal", "scale", "hundred"]) != nil }

    private func scale(_ token: QueryToken) -> Double? { Self.number(token.folded, as: ["scale", "hundred"]) }

    func amounts(in tokens: [QueryToken]) -> [QueryAmount] {
        var found: [QueryAmount] = []
        var index = 0
        while index < tokens.count {
            if var amount = amount(in: tokens, at: index, after: found.last?.tokens.upperBound ?? 0) {
                (amount.bound, amount.tokens) = Bounds.shared.bound(.amount, around: amount.tokens, in: tokens)
                found.append(amount)
                index = amount.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    /// The amount that all of the text is, without a bound.
    func amount(_ text: String) -> QueryAmount? {
        let tokens = QueryText(text).tokens
        return amounts(in: tokens).first { $0.tokens == tokens.indices && $0.bound == .exact }
    }

    /// The amount whose number stands at `index`; a currency before it belongs to it from `start` on.
    private func amount(in tokens: [QueryToken], at index: Int, after start: Int) -> QueryAmount? {
        guard var number = number(tokens[index]) else { return nil }
        var next = index + 1
        var isScaled = false
        while next < tokens.count, let scale = scale(tokens[next]), !isScaled || scale > 1000 {
            number *= scale
            isScaled = true
            next += 1
        }
        if next < tokens.count, Self.percents.contains(tokens[next].folded) {
            return QueryAmount(number: number, unit: .percent, tokens: index..<next + 1)
        }
        if next + 1 < tokens.count, tokens[next].folded == "per", tokens[next + 1].folded == "cent" {
            return QueryAmount(number: number, unit: .percent, tokens: index..<next + 2)
        }
        if index > start, let currency = currency(tokens[index - 1...index - 1]) {
            // "US$ 4" is two signs, "C$" too.
            let wide = index - 1 > start ? self.currency(tokens[index - 2...index - 1]) : nil
            return QueryAmount(
                number: number, unit: .money(currency: (wide ?? currency).code),
                tokens: index - (wide == nil ? 1 : 2)..<next)
        }
        for width in [2, 1] where next + width <= tokens.count {
            guard let currency = currency(tokens[next..<next + width]) else { continue }
            return QueryAmount(
                number: number * currency.unit, unit: .money(currency: currency.code), tokens: index..<next + width)
        }
        guard isScaled else { return nil }
        return QueryAmount(number: number, unit: .money(currency: nil), tokens: index..<next)
    }

    private func currency(_ tokens: ArraySlice<QueryToken>) -> (code: String, unit: Double)? {
        let joined = tokens.map(\.folded).joined(separator: tokens.last?.shape == .sign ? "" : " ")
        return Assets.rows(of: "data/values/currencies.tsv", for: joined).last { $0.count == 4 }
            .map { ($0[1], Double($0[2]) ?? 1) }
    }

    /// What a token alone says: `1,000`, `seven`.
    func number(_ token: QueryToken) -> Double? {
        guard token.shape == .number else { return Self.number(token.folded, as: ["cardinal"]) }
        let parts = token.text.split(separator: ",", omittingEmptySubsequences: false)
        // A comma parts thousands where three digits follow, and is a decimal point otherwise.
        if parts.count > 1, parts.dropFirst().allSatisfy({ $0.prefix { $0 != "." }.count == 3 }) {
            return Double(parts.joined())
        }
        if parts.count == 2, !token.text.contains(".") { return Double(parts.joined(separator: ".")) }
        return parts.count == 1 ? Double(token.text) : nil
    }
}

extension QueryAmount {
    /// The ways in which a text may write it, each a phrase of the full-text index.
    var phrases: [String] {
        switch unit {
        case .percent:
            ["percent", "pct", "per cent", "percentage"].map { "\(Self.digits(number)) \($0)" }
        case .money:
            Self.scaled.flatMap { scale, words -> [String] in
                let scaled = number / scale
                guard scaled >= 0.001, scaled < 10_000_000 else { return [] }
                let digits = Self.digits(scaled)
                guard digits.utf8.count <= 8 else { return [] }
                return words.map { digits + $0 }
            } + (number == number.rounded() && number < 1e15 ? [Self.grouped(number)] : [])
        }
    }

    private static let scaled: [(Double, [String])] = [
        (1e12, [" trillion", "tn", " tn", "trn"]), (1e9, [" billion", "bn", " bn", " bln", "bln", "b"]),
        (1e6, [" million", "m", " mln", "mln", " mn", "mn"]), (1e3, [" thousand", "k", ",000"]), (1, [""]),
    ]

    /// `number` with as few decimals as say it, three at the most.
    private static func digits(_ number: Double) -> String {
        guard number < 1e15 else { return "" }
        let thousandths = Int((number * 1000).rounded())
        var decimals = String(thousandths % 1000 + 1000).dropFirst()
        while decimals.last == "0" { decimals.removeLast() }
        return "\(thousandths / 1000)" + (decimals.isEmpty ? "" : ".\(decimals)")
    }

    /// `4500000` as `4,500,000`.
    private static func grouped(_ number: Double) -> String {
        var rest = Int(number)
        var groups: [String] = []
        while rest >= 1000 {
            groups.insert(String(String(rest % 1000 + 1000).dropFirst()), at: 0)
            rest /= 1000
        }
        return (["\(rest)"] + groups).joined(separator: ",")
    }
}
