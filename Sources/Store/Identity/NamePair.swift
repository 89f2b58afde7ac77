/// Two names, in no order.
struct NamePair: Hashable {
    struct Name: Hashable {
        var normalized: String
        var legalForm: String
    }

    private let names: Set<Name>

    init(_ one: Name, _ other: Name) { names = [one, other] }

    /// The pairs of names that people said to be of two companies: they meet in no short form.
    static func parted(by corrections: [Correction]) -> Set<NamePair> {
        var pairs: Set<NamePair> = []
        for correction in corrections where [.splitCompany, .distinguishCompanies].contains(correction.action) {
            guard case .company(let company, let called, let article) = correction.subject else { continue }
            // Whom one article means by a name says nothing of others.
            if called != nil, article != nil { continue }
            let new = Name(correction.text)
            for name in Set(company.names.map(Name.init)) where name != new { pairs.insert(NamePair(new, name)) }
        }
        return pairs
    }
}

extension NamePair.Name {
    init(_ name: String) {
        let key = IdentityKey(name)
        self.init(normalized: key.normalized, legalForm: key.legalForm)
    }
}
