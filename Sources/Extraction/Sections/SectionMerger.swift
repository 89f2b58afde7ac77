internal import Model

/// Puts the extractions of an article's sections together: companies of the same name are one, and so are
/// agreements of the same kind between the same companies.
struct SectionMerger {
    private(set) var extraction = Extraction()
    private var companies: [String: Int] = [:]
    private var agreements: [AgreementKey: Int] = [:]

    private struct AgreementKey: Hashable {
        var kind: AgreementKind
        var parties: Set<Int>
    }

    /// Adds what was read in a section that starts at byte `start` of the article.
    mutating func add(_ section: Extraction, start: Int) {
        let companies = section.companies.map { place($0, start) }
        let agreements = section.agreements.map { place($0, companies) }
        for var clause in section.clauses {
            clause.agreement = clause.agreement.map { agreements[$0] }
            clause.quote = moved(clause.quote, start)
            clause.obligors = clause.obligors.map { companies[$0] }
            clause.beneficiaries = clause.beneficiaries.map { companies[$0] }
            for index in clause.values.indices { clause.values[index].range = moved(clause.values[index].range, start) }
            clause.speaker = clause.speaker.map { moved($0, start) }
            extraction.clauses.append(clause)
        }
    }

    /// - Returns: the company's index in the whole.
    private mutating func place(_ company: Extraction.Company, _ start: Int) -> Int {
        let mentions = company.mentions.map { moved($0, start) }
        guard let known = companies[company.name] else {
            var company = company
            company.mentions = mentions
            extraction.companies.append(company)
            companies[company.name] = extraction.companies.count - 1
            return extraction.companies.count - 1
        }
        // In place: a copy of a company that is named everywhere would cost the square of the length.
        extraction.companies[known].mentions += mentions
        for alias in company.aliases where !extraction.companies[known].aliases.contains(alias) {
            extraction.companies[known].aliases.append(alias)
        }
        for product in company.products where !extraction.companies[known].products.contains(product) {
            extraction.companies[known].products.append(product)
        }
        extraction.companies[known].confidence = max(extraction.companies[known].confidence, company.confidence)
        return known
    }

    /// - Returns: the agreement's index in the whole.
    private mutating func place(_ agreement: Extraction.Agreement, _ companies: [Int]) -> Int {
        var agreement = agreement
        agreement.parties = agreement.parties.map { companies[$0] }
        let key = AgreementKey(kind: agreement.kind, parties: Set(agreement.parties))
        guard let known = agreements[key] else {
            extraction.agreements.append(agreement)
            agreements[key] = extraction.agreements.count - 1
            return extraction.agreements.count - 1
        }
        let before = extraction.agreements[known]
        extraction.agreements[known].value = before.value ?? agreement.value
        extraction.agreements[known].announced = before.announced ?? agreement.announced
        extraction.agreements[known].effective = before.effective ?? agreement.effective
        extraction.agreements[known].expires = before.expires ?? agreement.expires
        extraction.agreements[known].confidence = max(before.confidence, agreement.confidence)
        return known
    }

    private func moved(_ range: TextRange, _ start: Int) -> TextRange {
        TextRange(range.start + start, range.end + start)
    }
}
