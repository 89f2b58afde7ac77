internal import Assets

/// The registered companies of `data/register/companies.tsv`. A name that is one of theirs stands for it, whatever
/// longer names it may be short for.
struct Register: Sendable {
    /// Made when it is first asked: most articles bring no question.
    static let shared = Register()

    private let names: Set<String>

    private init() {
        names = Set(
            Assets.table("data/register/companies.tsv").compactMap { $0.first.map { IdentityKey($0).normalized } })
    }

    func holds(_ normalized: String) -> Bool { names.contains(normalized) }
}
