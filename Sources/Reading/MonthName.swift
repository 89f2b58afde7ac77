internal import Model

/// English names of months in the bytes of a text.
enum MonthName {
    /// The month (1 to 12) that the letters from `start` to `end` name, in any case: `March`, `Mar`, `Sept`.
    static func month(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        let count = end - start
        guard (3...9).contains(count) else { return nil }
        let key = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32(lowercased(text[start + $1])) }
        guard let index = keys.firstIndex(of: key) else { return nil }
        let isWhole = text.begins(start, end, with: names[index]) && names[index].utf8CodeUnitCount == count
        let isSept = count == 4 && text.begins(start, end, with: "sept")
        return count == 3 || isWhole || isSept ? index + 1 : nil
    }

    private static let names: [StaticString] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// The first three letters of each.
    private static let keys: [UInt32] = names.map { name in
        name.withUTF8Buffer { $0.prefix(3).reduce(0) { $0 << 8 | UInt32($1) } }
    }
}
