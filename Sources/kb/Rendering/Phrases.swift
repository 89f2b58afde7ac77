import Model

/// The words in which facts are shown to people.
enum Phrases {
    /// `OpenAI → Microsoft`: who owes it, and who gets it; `OpenAI ↔ Microsoft` where both owe it, or may do it.
    static func roles(_ obligors: [String], _ beneficiaries: [String]) -> StyledText {
        let all = obligors + beneficiaries.filter { !obligors.contains($0) }
        if all.isEmpty { return "" }
        let areAlike = obligors.isEmpty || beneficiaries.isEmpty || Set(obligors) == Set(beneficiaries)
        if all.count > 1, areAlike { return StyledText(all.joined(separator: " ↔ "), .name) }
        return names(obligors) + StyledText(obligors.isEmpty ? "→ " : beneficiaries.isEmpty ? " →" : " → ", .dim)
            + names(beneficiaries)
    }

    /// `Acme, Inc. – Bolt Ltd`: those who agreed; a comma may be part of a name.
    static func parties(_ names: [String]) -> String { names.joined(separator: " – ") }

    /// Where corrections contradict each other, and where they are listed.
    static func contradictions(_ count: Int) -> String {
        (count == 1 ? "1 correction contradicts another one" : "\(count) corrections contradict others")
            + ": kb conflicts --corrections"
    }

    /// The names with commas between them, or semicolons where a comma is part of one: `Acme, Inc.; Bolt Ltd`.
    static func list(_ names: [String]) -> String {
        names.joined(separator: names.contains { $0.contains(",") } ? "; " : ", ")
    }

    static func names(_ names: [String]) -> StyledText {
        StyledText(list(names), .name)
    }

    /// `in force` for `in-force`.
    static func plain(_ name: String) -> String {
        String(decoding: name.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    static func status(_ status: AgreementStatus) -> StyledText {
        StyledText(plain(status.rawValue), style(status))
    }

    static func status(_ status: ClauseStatus) -> StyledText {
        StyledText(status.rawValue, style(status))
    }

    /// `USD 400,000,000`.
    static func money(_ money: Money) -> String {
        "\(money.currency) \(grouped(money.amount))"
    }

    /// With commas between the thousands.
    static func grouped(_ number: Double) -> String {
        guard let whole = Int(exactly: number.rounded(.towardZero)) else { return "\(number)" }
        let fraction =
            number == Double(whole) ? "" : "\((abs(number - Double(whole)) * 100).rounded() / 100)".dropFirst()
        return grouped(whole) + fraction
    }

    static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// `1 clause`, `2 clauses`.
    static func count(_ count: Int, _ noun: String) -> String {
        let plural = noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
        return "\(grouped(count)) \(count == 1 ? noun : plural)"
    }

    private static func style(_ status: AgreementStatus) -> Style {
        switch status {
        case .inForce, .completed: .good
        case .signed: .plain
        case .rumored, .proposed: .warning
        case .ended, .rejected: .bad
        }
    }

    private static func style(_ status: ClauseStatus) -> Style {
        switch status {
        case .stated: .plain
        case .reaffirmed: .good
        case .changed, .proposed: .warning
        case .ended, .denied: .bad
        }
    }
}
