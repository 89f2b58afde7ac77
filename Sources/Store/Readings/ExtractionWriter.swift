internal import Model

/// Writes an extraction in the form of `PackedExtraction`.
struct ExtractionWriter {
    let text: [UInt8]
    var out = PackedWriter()
    private var terms: [String] = []

    init(text: [UInt8]) { self.text = text }

    mutating func write(_ extraction: Extraction) {
        out.number(Int(PackedExtraction.version))
        out.number(extraction.companies.count)
        for company in extraction.companies { write(company) }
        out.number(extraction.agreements.count)
        for agreement in extraction.agreements { write(agreement) }
        out.number(extraction.clauses.count)
        for clause in extraction.clauses { write(clause) }
    }

    private mutating func write(_ company: Extraction.Company) {
        list(company.mentions) { $0.range($1) }
        name(company.name, of: company)
        list(company.aliases) { $0.name($1, of: company) }
        list(company.products) { $0.out.text($1) }
        out.real(company.confidence)
    }

    /// The first mention that is this name, or else its text.
    private mutating func name(_ name: String, of company: Extraction.Company) {
        let bytes = name.utf8
        let place = company.mentions.firstIndex { range in
            range.start >= 0 && range.start <= range.end && range.end <= text.count
                && text[range.start..<range.end].elementsEqual(bytes)
        }
        out.number(place)
        if place == nil { out.text(name) }
    }

    private mutating func write(_ agreement: Extraction.Agreement) {
        term(agreement.kind.rawValue)
        out.number(PackedExtraction.agreementStatuses.firstIndex(of: agreement.status) ?? 0)
        list(agreement.parties) { $0.out.number($1) }
        out.number(agreement.value == nil ? 0 : 1)
        if let value = agreement.value { money(value) }
        for date in [agreement.announced, agreement.effective, agreement.expires] { out.optionalText(date) }
        out.real(agreement.confidence)
    }

    private mutating func write(_ clause: Extraction.Clause) {
        out.number(clause.agreement)
        term(clause.type.rawValue)
        out.number(PackedExtraction.clauseStatuses.firstIndex(of: clause.status) ?? 0)
        range(clause.quote)
        list(clause.obligors) { $0.out.number($1) }
        list(clause.beneficiaries) { $0.out.number($1) }
        list(clause.values) { $0.write($1) }
        out.number(clause.speaker == nil ? 0 : 1)
        if let speaker = clause.speaker { range(speaker) }
        out.real(clause.confidence)
    }

    private mutating func write(_ value: Value) {
        switch value.content {
        case .money(let sum):
            out.number(0)
            money(sum)
        case .percent(let percent):
            out.number(1)
            out.real(percent)
        case .date(let date):
            out.number(2)
            out.text(date)
        case .duration(let duration):
            out.number(3)
            out.text(duration)
        }
        range(value.range)
    }

    private mutating func money(_ money: Money) {
        out.real(money.amount)
        term(money.currency)
    }

    /// A word of a table: its text the first time, then its number.
    private mutating func term(_ term: String) {
        let known = terms.firstIndex(of: term)
        out.number(known)
        guard known == nil else { return }
        terms.append(term)
        out.text(term)
    }

    /// A range that is none (it begins before the text or ends before it begins) becomes the empty one, which is
    /// left out when facts are filed.
    private mutating func range(_ range: TextRange) {
        let isOne = range.start >= 0 && range.end >= range.start
        out.number(isOne ? range.start : 0)
        out.number(isOne ? range.count : 0)
    }

    private mutating func list<Element>(_ elements: [Element], _ write: (inout Self, Element) -> Void) {
        out.number(elements.count)
        for element in elements { write(&self, element) }
    }
}
