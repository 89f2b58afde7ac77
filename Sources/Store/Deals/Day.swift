/// Distances between ISO dates.
enum Day {
    /// About how many days lie between the two; nil where one is missing or no date. What is said of a month or a
    /// year is taken for its middle.
    static func gap(_ one: String?, _ other: String?) -> Int? {
        guard let one, let other else { return nil }
        if one.hasPrefix(other) || other.hasPrefix(one) { return 0 }
        guard let a = number(one), let b = number(other) else { return nil }
        return abs(a - b)
    }

    private static func number(_ date: String) -> Int? {
        let parts = date.prefix(10).split(separator: "-").map { Int($0) }
        guard let year = parts.first ?? nil else { return nil }
        let month = (parts.count > 1 ? parts[1] : nil) ?? 7
        let day = (parts.count > 2 ? parts[2] : nil) ?? 15
        return year * 365 + month * 30 + day
    }
}
