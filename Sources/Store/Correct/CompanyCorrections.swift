internal import Model

/// A correction of a company: what an article calls so is another, or is called otherwise.
struct CompanyRule {
    var correction: Correction
    var name: String
    var names: CompanyNames
    var called: String?
    var article: String?

    /// Whether it says of one article whom that means by this name: whoever else has it, and without making it that
    /// company's name elsewhere.
    func pins(_ key: CompanyKey) -> Bool { article != nil && called.map { CompanyKey($0) == key } ?? false }
}

extension Draft {
    mutating func apply(_ rule: CompanyRule) {
        let alias = CompanyKey(rule.correction.text)
        for index in keys.indices {
            let isMeant = rule.names.contains(keys[index])
            let found =
                switch rule.correction.action {
                case .mergeCompanies, .renameCompany: isMeant && call(index, rule.correction.text)
                case .splitCompany: (isMeant || rule.pins(keys[index])) && part(index, rule, as: rule.correction.text)
                case .removeAlias: isMeant && part(index, rule, as: nil)
                case .addAlias: (isMeant || keys[index] == alias) && add(rule.correction.text, to: index, of: rule)
                default: false
                }
            if found { applied.insert(rule.correction.id) }
        }
    }

    /// Gives a company another name; what the article knows by that name alone is this company too.
    private mutating func add(_ alias: String, to index: Int, of rule: CompanyRule) -> Bool {
        if !rule.names.contains(keys[index]) { call(index, rule.name) }
        if !extraction.companies[index].names.contains(alias) { extraction.companies[index].aliases.append(alias) }
        return true
    }

    /// Takes what is called so (nil: all of it) out of a company, and makes it the company `name`, or none.
    /// - Returns: whether there was anything to take out.
    private mutating func part(_ index: Int, _ rule: CompanyRule, as name: String?) -> Bool {
        let own = extraction.companies[index]
        guard let called = rule.called else { return call(index, name ?? own.name) }
        let key = CompanyKey(called)
        // Where the article calls it by no better name, it is another company as a whole.
        if keys[index] == key { return call(index, name ?? own.name, besidesFormer: rule.article == nil) }
        let taken = own.aliases.filter { CompanyKey($0) == key }
        let mentions = own.mentions.filter { CompanyKey(article.string($0)) == key }
        guard !taken.isEmpty || !mentions.isEmpty else { return false }
        extraction.companies[index].aliases.removeAll { taken.contains($0) }
        extraction.companies[index].mentions.removeAll { mentions.contains($0) }
        if let name {
            let aliases = rule.article == nil ? taken.filter { $0 != name } : []
            add(Extraction.Company(name: name, aliases: aliases, mentions: mentions))
        }
        return true
    }
}

extension Extraction.Company {
    var names: [String] { [name] + aliases }
}
