/// A date of day, month or year precision, in the Gregorian calendar.
public struct CalendarDate: Sendable, Hashable {
    public var year: Int
    /// 1 to 12, or nil where only the year is known.
    public var month: Int?
    /// 1 to 31, or nil where only the month is known.
    public var day: Int?

    /// A date, or nil where there is no such day.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1000...2999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day, !(1...CalendarDate.days(in: month, of: year)).contains(day) { return nil }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// ISO 8601: `2026-02-27`, `2026-02` or `2026`.
    public var iso: String {
        func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        guard let month else { return "\(year)" }
        guard let day else { return "\(year)-\(twoDigits(month))" }
        return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
    }

    /// The month (1 to 12) that an English name or its usual abbreviation stands for, any case.
    public static func month(named name: some StringProtocol) -> Int? {
        let lower = name.lowercased()
        guard lower.utf8.count >= 3 else { return nil }
        return monthNames.firstIndex { full in
            full == lower || (full.hasPrefix(lower) && (lower.utf8.count == 3 || lower == "sept"))
        }.map { $0 + 1 }
    }

    /// The number of days of `month` (1 to 12).
    public static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]
}
