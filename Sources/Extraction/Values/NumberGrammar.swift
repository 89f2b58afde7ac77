/// Numbers in figures and words, with fractions and scales: `8-1/4`, `1.2bn`, `two hundred and fifty`,
/// `half a million`.
extension ValueParser {
    struct Number {
        var value: Double
        /// The lexeme after it.
        var next: Int
        var hasScale = false
        var isFigure = false
    }

    /// - Parameter isMoney: a currency stands before it, so that a lone `m` or `b` after a space is a scale.
    func number(at index: Int, isMoney: Bool = false) -> Number? {
        guard var number = figure(at: index) ?? halfOfScale(at: index) ?? words(at: index) else { return nil }
        let hyphen = pastHyphen(number.next)
        let and = isKeyword(hyphen, .and) ? pastHyphen(hyphen + 1) : -1
        if and > 0, isKeyword(and, .a), case let half = pastHyphen(and + 1), entry(half)?.fraction == 0.5 {
            number.value += 0.5
            number.next = half + 1
        }
        scale(&number, isMoney: isMoney)
        return number
    }

    private func figure(at index: Int) -> Number? {
        guard isNumber(index) else { return nil }
        var number = Number(value: lexemes[index].value, next: index + 1, isFigure: true)
        if let (value, next) = slash(at: index) {
            return Number(value: value, next: next, isFigure: true)
        }
        let hyphen = pastHyphen(index + 1)
        if let (value, next) = slash(at: hyphen), lexemes[index].isPlain {
            number.value += value
            number.next = next
        } else if let sign = entry(hyphen), sign.isFractionSign, let fraction = sign.fraction {
            number.value += fraction
            number.next = hyphen + 1
        }
        return number
    }

    /// `1/4`, with the denominators that prices and rates use.
    private func slash(at index: Int) -> (Double, Int)? {
        guard isNumber(index), isSign(index + 1, 0x2F), isNumber(index + 2), isGlued(index + 1), isGlued(index + 2),
            [2, 3, 4, 5, 8, 16, 32, 64].contains(lexemes[index + 2].value),
            lexemes[index].value < lexemes[index + 2].value
        else { return nil }
        return (lexemes[index].value / lexemes[index + 2].value, index + 3)
    }

    /// `half a million`, `a quarter of a million`.
    private func halfOfScale(at index: Int) -> Number? {
        var at = isKeyword(index, .a) ? index + 1 : index
        guard let fraction = entry(at)?.fraction else { return nil }
        at = pastHyphen(at + 1)
        if isKeyword(at, .of) { at += 1 }
        guard isKeyword(at, .a), entry(at + 1)?.scale != nil else { return nil }
        return Number(value: fraction, next: at + 1)
    }

    /// Cardinals in words; `a` before a scale counts as one.
    private func words(at index: Int) -> Number? {
        if isKeyword(index, .a), entry(index + 1)?.scale != nil {
            let isHundred = entry(index + 1)?.isHundred == true
            return Number(value: isHundred ? 100 : 1, next: isHundred ? index + 2 : index + 1)
        }
        guard var value = entry(index)?.cardinal else {
            return entry(index).flatMap { sign in
                sign.isFractionSign ? sign.fraction.map { Number(value: $0, next: index + 1, isFigure: true) } : nil
            }
        }
        var next = index + 1
        while true {
            let at = pastHyphen(next)
            if let cardinal = entry(at)?.cardinal, (value >= 20 && cardinal < 10) || value >= 100 {
                value += cardinal
                next = at + 1
            } else if entry(at)?.isHundred == true, value < 100 {
                value *= 100
                next = at + 1
            } else if value >= 100, isKeyword(next, .and), let cardinal = entry(next + 1)?.cardinal {
                value += cardinal
                next += 2
            } else {
                return Number(value: value, next: next)
            }
        }
    }

    private func scale(_ number: inout Number, isMoney: Bool) {
        while true {
            let at = pastHyphen(number.next)
            guard let scale = entry(at)?.scale, at < lexemes.count else { return }
            let isShort =
                lexemes[at].end - lexemes[at].start <= 2 && scale != 1e9 || lexemes[at].end - lexemes[at].start == 1
            if isShort, !isMoney, !lexemes[at].isGlued { return }
            number.value *= scale
            number.hasScale = true
            number.next = at + 1
        }
    }
}
