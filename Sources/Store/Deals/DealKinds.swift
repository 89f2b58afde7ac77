/// Kinds that two articles may give one deal.
enum DealKinds {
    private static let families: [Set<String>] = [
        ["supply", "manufacturing", "distribution"], ["license", "development", "distribution"],
        ["investment", "acquisition", "joint-venture"], ["services", "supply", "license"],
        ["financing", "investment"],
    ]

    static func canBeOne(_ one: String, _ other: String) -> Bool {
        let general: Set<String> = ["partnership", "other"]
        return general.contains(one) || general.contains(other)
            || families.contains { $0.contains(one) && $0.contains(other) }
    }
}
