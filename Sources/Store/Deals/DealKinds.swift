internal import Assets

/// Kinds that two articles may give one deal, from `data/identity/kinds_of_one_deal.tsv`: those of a row, and any other
/// beside one whose row has a `*`.
enum DealKinds {
    private static let families = Assets.table("data/identity/kinds_of_one_deal.tsv").map(Set.init)

    static func canBeOne(_ one: String, _ other: String) -> Bool {
        families.contains { family in
            let isAny = family.contains("*")
            return isAny
                ? family.contains(one) || family.contains(other) : family.contains(one) && family.contains(other)
        }
    }
}
