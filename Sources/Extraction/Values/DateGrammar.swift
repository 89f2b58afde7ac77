internal import Model

/// Dates: in full, by month, by year, and those that are told from the day of publication.
extension ValueParser {
    /// Adds the date said by the lexemes `first` to `next`, where there is such a day, and returns `next`.
    private mutating func add(_ date: CalendarDate?, _ first: Int, _ next: Int) -> Int? {
        guard let date else { return nil }
        values.append(Value(.date(date.iso), range: range(first, next)))
        return next
    }

    // MARK: Dates that begin with figures

    /// `2025-03-14`, `14.03.2025`, `14/03/2025`, `14 March 2025`, `14-JAN-1987`, `14th of March`.
    mutating func dateInFigures(at index: Int) -> Int? {
        if isJoinedFigures(index), let (year, month, day) = figures(index) {
            return add(CalendarDate(year: year, month: month, day: day), index, index + 5)
        }
        guard lexemes[index].isPlain, lexemes[index].digits <= 2 else { return nil }
        var at = isGlued(index + 1) && isKeyword(index + 1, .st, .nd, .rd, .th) ? index + 2 : index + 1
        if isKeyword(at, .of) { at += 1 }
        at = pastHyphen(at)
        guard let month = entry(at)?.month, month > 0, lexemes[at].isCapital else { return nil }
        let day = Int(lexemes[index].value)
        var next = isSign(at + 1, 0x2E) && isNumber(at + 2) ? at + 2 : at + 1
        next = isSign(next, 0x2C) ? next + 1 : pastHyphen(next)
        if let year = plainYear(next) {
            return add(CalendarDate(year: year, month: month, day: day), index, next + 1)
        }
        return add(nearest(month: month, day: day), index, at + 1)
    }

    private func isJoinedFigures(_ index: Int) -> Bool {
        guard isNumber(index + 2), isNumber(index + 4),
            [index, index + 2, index + 4].allSatisfy({ lexemes[$0].digits <= 4 }),
            (1...4).allSatisfy({ isGlued(index + $0) })
        else {
            return false
        }
        let sign = lexemes[index + 1].sign
        return [0x2D, 0x2E, 0x2F].contains(sign) && isSign(index + 1, sign) && isSign(index + 3, sign)
    }

    /// Year, month and day; nil where it is open which is the day.
    private func figures(_ index: Int) -> (Int, Int, Int)? {
        let (a, b, c) = (Int(lexemes[index].value), Int(lexemes[index + 2].value), Int(lexemes[index + 4].value))
        if lexemes[index].digits == 4 { return (a, b, c) }
        guard lexemes[index + 4].digits == 4 else { return nil }
        if lexemes[index + 1].sign == 0x2E || a > 12 || a == b { return (c, b, a) }
        return b > 12 ? (c, a, b) : nil
    }

    private func plainYear(_ index: Int) -> Int? {
        guard isNumber(index), lexemes[index].digits == 4, lexemes[index].isPlain, 1800..<2200 ~= lexemes[index].value
        else { return nil }
        return Int(lexemes[index].value)
    }

    /// A bare year, where the words around it say that it is one.
    mutating func year(at index: Int) -> Int? {
        guard let year = plainYear(index), 1900..<2100 ~= year, !isSign(index + 1, 0x2F) else { return nil }
        let before = isSign(index - 1, 0x2D) && isGlued(index) ? index - 2 : index - 1
        let isQuarter = isNumber(before) && isKeyword(before - 1, .q, .h) && lexemes[before - 1].isCapital
        let isAfterYear = isKeyword(before, .and, .to, .or) && plainYear(before - 1) != nil
        let certain =
            isQuarter || isAfterYear || entry(before)?.isSeason == true || entry(before)?.month ?? 0 > 0
            || isKeyword(
                before, .in, .by, .until, .till, .since, .during, .late, .early, .mid, .end, .before, .after, .year,
                .through)
        let likely = isKeyword(before, .of, .for, .from, .to, .next, .around, .about, .at) && !isLowerWord(index + 1)
        guard certain || likely else { return nil }
        return add(CalendarDate(year: year), index, index + 1)
    }

    /// A word in lower case that is none of the function words: what the number counts.
    private func isLowerWord(_ index: Int) -> Bool {
        guard index < lexemes.count, lexemes[index].kind == .word else { return false }
        return !lexemes[index].isCapital && keyword(index) == nil
    }

    // MARK: Dates that begin with words

    /// `March 14, 2025`, `Jan 14`, `March 2025`, `in March`.
    mutating func monthDate(at index: Int) -> Int? {
        guard let month = entry(index)?.month, month > 0, lexemes[index].isCapital else { return nil }
        var at = isSign(index + 1, 0x2E) ? index + 2 : index + 1
        if let year = plainYear(isKeyword(at, .of) || isSign(at, 0x2C) ? at + 1 : at) {
            if isKeyword(at, .of) || isSign(at, 0x2C) { at += 1 }
            return add(CalendarDate(year: year, month: month), index, at + 1)
        }
        if isNumber(at), lexemes[at].isPlain, lexemes[at].digits <= 2, 1...31 ~= lexemes[at].value,
            loneQuantity(at: at)?.unit == nil
        {
            let day = Int(lexemes[at].value)
            let next = isGlued(at + 1) && isKeyword(at + 1, .st, .nd, .rd, .th) ? at + 2 : at + 1
            let yearAt = isSign(next, 0x2C) ? next + 1 : next
            if let year = plainYear(yearAt) {
                return add(CalendarDate(year: year, month: month, day: day), index, yearAt + 1)
            }
            return add(nearest(month: month, day: day), index, next)
        }
        let isTold = isKeyword(
            index - 1, .in, .by, .until, .till, .since, .from, .through, .during, .before, .after, .next, .last, .late,
            .early, .mid,
            .of, .to, .this)
        guard isTold else { return nil }
        let step = isKeyword(index - 1, .last) ? -1 : isKeyword(index - 1, .next) ? 1 : 0
        return add(nearest(month: month, step: step), index, index + 1)
    }

    /// In the year that is nearest to the day of publication.
    /// - Parameter step: -1 for one before its month ("last June"), 1 for one after it.
    private func nearest(month: Int, day: Int? = nil, step: Int = 0) -> CalendarDate? {
        guard let published else { return nil }
        let candidates = (-1...1).compactMap {
            CalendarDate(year: published.year + $0, month: month, day: day ?? 15)
        }.filter { step == 0 || ($0.monthNumber - published.monthNumber).signum() == step }
        let best = candidates.min { abs($0.dayNumber - published.dayNumber) < abs($1.dayNumber - published.dayNumber) }
        return best.flatMap { CalendarDate(year: $0.year, month: month, day: day) }
    }

    /// `yesterday`, `last Monday`, `next year`, `this month`.
    mutating func relativeDate(at index: Int) -> Int? {
        guard let published, let word = entry(index) else { return nil }
        if let day = word.day {
            return add(CalendarDate(dayNumber: published.dayNumber + day), index, index + 1)
        }
        if word.weekday > 0, lexemes[index].isCapital, lexemes[index].end - lexemes[index].start > 5, isPast(index) {
            let back = (published.weekday - word.weekday + 7) % 7
            return add(CalendarDate(dayNumber: published.dayNumber - back), index, index + 1)
        }
        guard isKeyword(index, .next, .last, .this), let unit = entry(index + 1), unit.periodCount == 1 else {
            return nil
        }
        let step = isKeyword(index, .next) ? 1 : isKeyword(index, .last) ? -1 : 0
        switch unit.period {
        case .year: return add(CalendarDate(year: published.year + step), index, index + 2)
        case .month: return add(CalendarDate(monthNumber: published.monthNumber + step), index, index + 2)
        default: return nil
        }
    }

    /// No word before it in the stretch speaks of the future.
    private func isPast(_ index: Int) -> Bool {
        !(0..<index).contains { isKeyword($0, .will, .would, .must, .expected) }
            && !isKeyword(index - 1, .next, .by, .until, .till, .before, .from, .through)
    }

    mutating func addAgo(_ count: Double, _ period: ValueLexicon.Period, _ range: TextRange) {
        guard let published, count < Self.longest else { return }
        let date: CalendarDate? =
            switch period {
            case .year: CalendarDate(year: published.year - Int(count))
            case .month: CalendarDate(monthNumber: published.monthNumber - Int(count))
            case .week: CalendarDate(dayNumber: published.dayNumber - Int(count) * 7)
            case .day: CalendarDate(dayNumber: published.dayNumber - Int(count))
            default: nil
            }
        if let date { values.append(Value(.date(date.iso), range: range)) }
    }
}
