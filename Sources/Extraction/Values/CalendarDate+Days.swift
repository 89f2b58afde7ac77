internal import Model

/// Reckoning with days, by Howard Hinnant's `civil_from_days` and `days_from_civil`.
extension CalendarDate {
    /// From `2025-03-14`, a day; nil for anything else.
    init?(day iso: String?) {
        guard let parts = iso?.split(separator: "-").compactMap({ Int($0) }), parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// The day `number` days after 1970-01-01; nil outside the years 1000 to 2999.
    init?(dayNumber number: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// The month `count` months after January of the year 0; nil outside the years 1000 to 2999.
    init?(monthNumber count: Int) { self.init(year: count / 12, month: count % 12 + 1) }

    /// Days since 1970-01-01; a month or year counts as its first day.
    var dayNumber: Int {
        let month = month ?? 1, day = day ?? 1
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// Months since January of the year 0.
    var monthNumber: Int { year * 12 + (month ?? 1) - 1 }

    /// 1 for Monday to 7 for Sunday.
    var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }
}
