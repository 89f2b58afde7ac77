internal import Assets

/// A time in which an article was published, its ends included, ISO 8601 of year or month precision.
struct Period: Equatable, Sendable, CustomStringConvertible {
    var since: String?
    var until: String?

    func holds(_ date: String) -> Bool {
        date.prefix(since?.count ?? 0) >= since ?? "" && (until.map { date.prefix($0.count) <= $0 } ?? true)
    }

    var description: String {
        [since.map { "since \($0)" }, until.map { "until \($0)" }].compactMap(\.self).joined(separator: " ")
    }
}

/// Finds the times that a query names: "since 2024", "before March 2025", "between 2019 and 2021".
struct PeriodReader {
    private struct Month {
        var year: Int
        /// Nil for the whole year.
        var month: Int?

        func moved(by count: Int) -> Month {
            guard let month else { return Month(year: year + count) }
            let all = year * 12 + month - 1 + count
            return Month(year: all / 12, month: all % 12 + 1)
        }

        var iso: String { "\(year)" + (month.map { ($0 < 10 ? "-0" : "-") + "\($0)" } ?? "") }
    }

    /// Each time with the tokens that say it; a year alone is a word like others.
    func periods(in tokens: [QueryToken]) -> [(period: Period, tokens: Range<Int>)] {
        var found: [(period: Period, tokens: Range<Int>)] = []
        guard tokens.contains(where: { $0.shape == .number }) else { return found }
        var index = 0
        while index < tokens.count {
            if let period = between(in: tokens, at: index) ?? bounded(in: tokens, at: index) {
                found.append(period)
                index = period.tokens.upperBound
            } else {
                index += 1
            }
        }
        return found
    }

    private func between(in tokens: [QueryToken], at index: Int) -> (period: Period, tokens: Range<Int>)? {
        guard ["between", "from"].contains(tokens[index].folded), let first = month(in: tokens, at: index + 1),
            first.next < tokens.count, ["and", "to", "until", "till"].contains(tokens[first.next].folded),
            let last = month(in: tokens, at: first.next + 1)
        else { return nil }
        return (Period(since: first.month.iso, until: last.month.iso), index..<last.next)
    }

    private func bounded(in tokens: [QueryToken], at index: Int) -> (period: Period, tokens: Range<Int>)? {
        guard let (month, next) = month(in: tokens, at: index) else { return nil }
        let (bound, range) = Bounds.shared.bound(.date, around: index..<next, in: tokens)
        let period: Period? =
            switch bound {
            case .exact: nil
            case .least: Period(since: month.iso)
            case .above: Period(since: month.moved(by: 1).iso)
            case .most: Period(until: month.iso)
            case .below: Period(until: month.moved(by: -1).iso)
            }
        return period.map { ($0, range) }
    }

    /// A year, a month of a year (`March 2024`, `2024-03`), and the place after it.
    private func month(in tokens: [QueryToken], at index: Int) -> (month: Month, next: Int)? {
        guard index < tokens.count else { return nil }
        if let month = monthNumber(tokens[index].folded) {
            return year(in: tokens, at: index + 1).map { (Month(year: $0, month: month), index + 2) }
        }
        guard let year = year(in: tokens, at: index) else { return nil }
        if index + 1 < tokens.count, tokens[index + 1].isHyphenated, let month = Int(tokens[index + 1].text),
            (1...12).contains(month)
        {
            return (Month(year: year, month: month), index + 2)
        }
        return (Month(year: year), index + 1)
    }

    private func monthNumber(_ word: String) -> Int? {
        Assets.rows(of: "data/values/calendar.tsv", for: word).first { $0.count == 3 && $0[1] == "month" }
            .flatMap { Int($0[2]) }
    }

    private func year(in tokens: [QueryToken], at index: Int) -> Int? {
        guard index < tokens.count, tokens[index].text.utf8.count == 4, let year = Int(tokens[index].text) else {
            return nil
        }
        return (1900...2100).contains(year) ? year : nil
    }
}
