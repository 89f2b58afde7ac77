import Model

extension CalendarDate {
    /// Whether `text` is a date of day, month or year precision in ISO 8601, e.g. `2026-02-27`, `2026-02`, `2026`.
    static func isISO(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...3).contains(parts.count), let year = parts[0] else { return false }
        let date = CalendarDate(
            year: year, month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
        return date?.iso == text
    }
}
