internal import Model

/// Numbers with a unit: sums, percentages and periods, alone or as the two ends of a range.
extension ValueParser {
    enum Unit {
        /// Times this factor it is percent: 0.01 for basis points.
        case percent(Double)
        case currency(Int16, unit: Double)
        case period(ValueLexicon.Period, Int)
    }

    struct Quantity {
        var number: Number
        var unit: Unit?
        var next: Int
    }

    mutating func quantity(at index: Int) -> Int? {
        guard var low = loneQuantity(at: index) else { return nil }
        let joiner = low.next
        let isJoined =
            isSign(joiner, 0x2D) || isKeyword(joiner, .to, .or)
            || (isKeyword(joiner, .and) && isKeyword(index - 1, .between))
        if isJoined, let high = loneQuantity(at: joiner + 1) ?? loneQuantity(at: joiner + 2, ifSign: joiner + 1),
            let unit = high.unit ?? low.unit,
            low.unit != nil || high.number.isFigure == low.number.isFigure
        {
            if low.unit == nil || isSame(low.unit, high.unit) || high.unit == nil, high.number.hasScale,
                !low.number.hasScale,
                low.number.value < 1000
            {
                low.number.value *= high.number.value / unscaled(high)
            }
            add(low.number.value, low.unit ?? unit, range(index, low.next))
            add(high.number.value, unit, range(joiner + 1, high.next))
            return high.next
        }
        guard let unit = low.unit else { return nil }
        return outOf(low, from: index) ?? addSingle(low, unit, from: index)
    }

    /// The number of a quantity before its scale.
    private func unscaled(_ quantity: Quantity) -> Double {
        var value = quantity.number.value
        var at = quantity.number.next - 1
        while let scale = entry(at)?.scale {
            value /= scale
            at -= isSign(at - 1, 0x2D) ? 2 : 1
        }
        return value
    }

    private func isSame(_ a: Unit?, _ b: Unit?) -> Bool {
        if case .currency(let x, _) = a, case .currency(let y, _) = b { return x == y }
        return false
    }

    private mutating func addSingle(_ quantity: Quantity, _ unit: Unit, from index: Int) -> Int {
        var quantity = quantity
        if case .period(let period, let count) = unit {
            if isKeyword(quantity.next, .ago) {
                addAgo(quantity.number.value, period, range(index, quantity.next + 1))
                return quantity.next + 1
            }
            if isKeyword(pastHyphen(quantity.next), .old) { return pastHyphen(quantity.next) + 1 }
            if isKeyword(quantity.next, .and), isKeyword(quantity.next + 1, .a),
                entry(quantity.next + 2)?.fraction == 0.5, count == 1
            {
                quantity.number.value += 0.5
                quantity.next += 3
            }
        }
        add(quantity.number.value, unit, range(index, quantity.next))
        return quantity.next
    }

    /// `30 cents of every dollar`, `$3 in each $10`: a percentage.
    private mutating func outOf(_ part: Quantity, from index: Int) -> Int? {
        guard case .currency(let currency, let unit) = part.unit else { return nil }
        var at = part.next
        if isKeyword(at, .out) { at += 1 }
        guard isKeyword(at, .of, .on, .in, .from) else { return nil }
        at += 1
        let isEvery = isKeyword(at, .every, .each)
        guard isEvery || isKeyword(at, .the) else { return nil }
        at += 1
        if isEvery, let whole = loneQuantity(at: at), case .currency(currency, let wholeUnit) = whole.unit {
            let percent = 100 * part.number.value * unit / (whole.number.value * wholeUnit)
            add(percent, .percent(1), range(index, whole.next))
            return whole.next
        }
        guard unit < 1, let word = entry(at), word.currency >= 0, word.unit == 1 else { return nil }
        add(100 * part.number.value * unit, .percent(1), range(index, at + 1))
        return at + 1
    }

    /// As `loneQuantity(at:)` where `sign` is a currency's word before the number.
    private func loneQuantity(at index: Int, ifSign sign: Int) -> Quantity? {
        guard let entry = entry(sign), entry.currency >= 0 else { return nil }
        return loneQuantity(at: index)
    }

    func loneQuantity(at index: Int) -> Quantity? {
        if let (currency, next) = currencyBefore(at: index) {
            let start = isSign(next, 0x2E) || isSign(next, 0x2D) ? next + 1 : next
            guard let number = number(at: start, isMoney: true) else { return nil }
            return Quantity(number: number, unit: .currency(currency, unit: 1), next: number.next)
        }
        guard let number = number(at: index) else { return nil }
        guard let (unit, next) = unit(at: pastHyphen(number.next)) else {
            return Quantity(number: number, unit: nil, next: number.next)
        }
        return Quantity(number: number, unit: unit, next: next)
    }

    private func currencyBefore(at index: Int) -> (Int16, Int)? {
        guard let entry = entry(index), entry.currency >= 0, entry.unit == 1, index + 1 < lexemes.count else {
            return nil
        }
        switch entry.place {
        case .after: return nil
        case .both where !lexemes[index].isCapital && ValueLexer.isLetter(text[lexemes[index].start]): return nil
        case .code where !lexemes[index].isAllCapital: return nil
        default: return (entry.currency, index + 1)
        }
    }

    private func unit(at index: Int) -> (Unit, Int)? {
        if isSign(index, 0x25) { return (.percent(1), index + 1) }
        switch keyword(index) {
        case .percent?, .pct?, .pc?: return (.percent(1), index + 1)
        case .per? where isKeyword(index + 1, .cent): return (.percent(1), index + 2)
        case .percentage? where isKeyword(index + 1, .point, .points): return (.percent(1), index + 2)
        case .basis? where isKeyword(index + 1, .point, .points): return (.percent(0.01), index + 2)
        case .bps?: return (.percent(0.01), index + 1)
        default: return currencyAfter(at: index) ?? periodUnit(at: index)
        }
    }

    /// The longest form of a currency at `index`; the last word may have a plural s.
    private func currencyAfter(at index: Int) -> (Unit, Int)? {
        var found: (Unit, Int)?
        var hash: UInt64 = 0
        for length in 0..<lexicon.longestForm where index + length < lexemes.count {
            let at = index + length
            guard lexemes[at].kind == .word else { break }
            let whole = length == 0 ? lexemes[at].hash : ValueLexicon.join(hash, lexemes[at].hash)
            let singular = length == 0 ? nil : singularHash(at).map { ValueLexicon.join(hash, $0) }
            if let form = lexicon.index(of: whole) ?? singular.flatMap(lexicon.index) {
                let entry = lexicon[form]
                if entry.currency >= 0, entry.place != .code || lexemes[at].isAllCapital {
                    found = (.currency(entry.currency, unit: entry.unit), at + 1)
                }
            }
            hash = whole
        }
        return found
    }

    private func singularHash(_ index: Int) -> UInt64? {
        let lexeme = lexemes[index]
        guard lexeme.end - lexeme.start > 3, text[lexeme.end - 1] == 0x73 else { return nil }
        return ValueLexicon.hash(text[lexeme.start..<lexeme.end - 1].lazy.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 })
    }

    /// A unit of time, past words such as `more` and `consecutive`.
    private func periodUnit(at index: Int) -> (Unit, Int)? {
        var at = index
        while isKeyword(
            at, .more, .further, .additional, .consecutive, .successive, .full, .calendar, .business, .working,
            .trading, .extra)
        {
            at += 1
        }
        guard let entry = entry(at), let period = entry.period else { return nil }
        return (.period(period, entry.periodCount), at + 1)
    }

    mutating func add(_ number: Double, _ unit: Unit, _ range: TextRange) {
        switch unit {
        case .percent(let factor): values.append(Value(.percent(Self.rounded(number * factor)), range: range))
        case .currency(let index, let unit):
            let money = Money(amount: Self.rounded(number * unit), currency: lexicon.currencies[Int(index)])
            values.append(Value(.money(money), range: range))
        case .period(let period, let count) where number * Double(count) < Self.longest:
            values.append(Value(.duration(Self.duration(number * Double(count), period)), range: range))
        case .period: break
        }
    }

    /// Periods of so many units are no terms of a deal, and would not fit an `Int`.
    static let longest = 1e6

    /// Without the binary dust of multiplying decimal fractions.
    private static func rounded(_ value: Double) -> Double { (value * 1e4).rounded() / 1e4 }
}
