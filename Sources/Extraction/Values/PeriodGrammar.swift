internal import Model

/// Periods without a number (`for a year`, `half a year`), shares in words (`a third of`) and `50-50`.
extension ValueParser {
    /// ISO 8601: whole numbers of the unit as said, halves in the next smaller unit.
    static func duration(_ count: Double, _ period: ValueLexicon.Period) -> String {
        let smaller: [ValueLexicon.Period: (ValueLexicon.Period, Double)] = [
            .year: (.month, 12), .week: (.day, 7), .day: (.hour, 24), .hour: (.minute, 60), .minute: (.second, 60),
        ]
        if count != count.rounded(), let (unit, factor) = smaller[period] {
            return duration((count * factor).rounded(), unit)
        }
        let designator = period.rawValue
        let digits = String(Int(count.rounded()))
        return designator.count == 2 ? "PT\(digits)\(designator.dropFirst())" : "P\(digits)\(designator)"
    }

    /// `for a year`, `another two` is a quantity, `half a year`, `half-year`.
    mutating func singlePeriod(at index: Int) -> Int? {
        if entry(index)?.fraction == 0.5 {
            let at = pastHyphen(index + 1)
            let unit = isKeyword(at, .a, .an) ? at + 1 : at
            guard let entry = entry(unit), let period = entry.period, period == .year || unit > at else { return nil }
            add(0.5, .period(period, entry.periodCount), range(index, unit + 1))
            return unit + 1
        }
        let isAnother = isKeyword(index, .another)
        guard isAnother || isKeyword(index, .a, .an), let entry = entry(index + 1), let period = entry.period,
            isAnother || isKeyword(index - 1, .for, .of, .within, .after, .than, .over, .with, .until)
        else { return nil }
        guard entry.ordinal == nil else { return nil }
        var count = 1.0
        var next = index + 2
        if isKeyword(next, .and), isKeyword(next + 1, .a), self.entry(next + 2)?.fraction == 0.5 {
            count = 1.5
            next += 3
        }
        add(count, .period(period, entry.periodCount), range(index, next))
        return next
    }

    /// `half of`, `a third`, `two thirds`, `one-tenth`: a percentage.
    mutating func fraction(at index: Int) -> Int? {
        if number(at: index)?.hasScale == true { return nil }
        if entry(index)?.fraction == 0.5, !lexemes[index].isCapital || index == 0 {
            guard entry(index - 1)?.ordinal == nil, !isKeyword(index - 1, .last, .other), isShared(index + 1) else {
                return nil
            }
            add(50, .percent(1), range(index, index + 1))
            return index + 1
        }
        guard let count = isKeyword(index, .a) ? 1 : entry(index)?.cardinal else { return nil }
        let at = pastHyphen(index + 1)
        guard let word = entry(at), let part = word.fraction ?? word.ordinal.map({ 1 / $0 }), !word.isFractionSign,
            isPart(word, count, next: at + 1), count * part < 1
        else { return nil }
        add(100 * count * part, .percent(1), range(index, at + 1))
        return at + 1
    }

    private func isPart(_ word: ValueLexicon.Entry, _ count: Double, next: Int) -> Bool {
        if word.ordinal != nil { return count == 1 && (isShared(next) || isSign(next, 0x2E) || isSign(next, 0x2C)) }
        if word.period == .month { return isKeyword(next, .of) && !isNumber(next + 1) }
        return word.fraction != 0.5 || isShared(next)
    }

    /// What comes next says of what it is a part.
    private func isShared(_ index: Int) -> Bool {
        isKeyword(index, .of, .the, .its, .their, .any, .all, .each, .every, .that, .this)
    }

    /// `50-50`, `60:40`: shares that make a hundred.
    mutating func split(at index: Int) -> Int? {
        guard isNumber(index + 2), isGlued(index + 1), isGlued(index + 2),
            isSign(index + 1, 0x2D) || isSign(index + 1, 0x3A) || isSign(index + 1, 0x2F),
            lexemes[index].digits == 2, lexemes[index].value + lexemes[index + 2].value == 100,
            loneQuantity(at: index + 2)?.unit == nil
        else { return nil }
        let isEven = lexemes[index].value == 50
        add(lexemes[index].value, .percent(1), range(index, isEven ? index + 3 : index + 1))
        if !isEven { add(lexemes[index + 2].value, .percent(1), range(index + 2, index + 3)) }
        return index + 3
    }
}
