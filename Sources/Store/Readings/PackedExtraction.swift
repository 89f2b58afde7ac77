internal import Model

/// An extraction as bytes, about a quarter of the size of its article, for the column `reading.facts`.
///
/// Names that stand in the text are kept as the mention that they are; the terms of the tables of types and kinds
/// are written once and then counted. The first byte is the version of this form.
enum PackedExtraction {
    static let version: UInt8 = 1

    static func bytes(_ extraction: Extraction, of text: [UInt8]) -> [UInt8] {
        var writer = ExtractionWriter(text: text)
        writer.write(extraction)
        return writer.out.bytes
    }

    /// - Throws: `Malformed` where the bytes are not an extraction of `text`.
    static func extraction(_ bytes: [UInt8], of text: [UInt8]) throws(PackedReader.Malformed) -> Extraction {
        var reader = ExtractionReader(bytes, text: text)
        return try reader.read()
    }

    /// The companies alone, without the agreements and clauses after them.
    /// - Throws: `Malformed` where the bytes are not an extraction of `text`.
    static func companies(
        _ bytes: [UInt8], of text: [UInt8]
    ) throws(PackedReader.Malformed) -> [Extraction.Company] {
        var reader = ExtractionReader(bytes, text: text)
        return try reader.readCompanies()
    }

    static let agreementStatuses = AgreementStatus.allCases
    static let clauseStatuses = ClauseStatus.allCases
}

private struct ExtractionWriter {
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

private struct ExtractionReader {
    typealias Malformed = PackedReader.Malformed

    private let text: [UInt8]
    private var bytes: PackedReader
    private var terms: [String] = []

    init(_ bytes: [UInt8], text: [UInt8]) {
        self.bytes = PackedReader(bytes)
        self.text = text
    }

    mutating func read() throws(Malformed) -> Extraction {
        let companies = try readCompanies()
        let agreements = try list { (reader) throws(Malformed) in try reader.agreement(companies.count) }
        let clauses = try list { (reader) throws(Malformed) in try reader.clause(companies.count, agreements.count) }
        guard bytes.isAtEnd else { throw Malformed() }
        return Extraction(companies: companies, agreements: agreements, clauses: clauses)
    }

    mutating func readCompanies() throws(Malformed) -> [Extraction.Company] {
        guard try bytes.number() == Int(PackedExtraction.version) else { throw Malformed() }
        return try list { (reader) throws(Malformed) in try reader.company() }
    }

    private mutating func company() throws(Malformed) -> Extraction.Company {
        let mentions = try list { (reader) throws(Malformed) in try reader.range() }
        return Extraction.Company(
            name: try name(mentions), aliases: try list { (reader) throws(Malformed) in try reader.name(mentions) },
            products: try list { (reader) throws(Malformed) in try reader.bytes.text() }, mentions: mentions,
            confidence: try bytes.real())
    }

    private mutating func name(_ mentions: [TextRange]) throws(Malformed) -> String {
        guard let place = try bytes.optionalNumber() else { return try bytes.text() }
        guard place < mentions.count, mentions[place].end <= text.count else { throw Malformed() }
        return String(decoding: text[mentions[place].start..<mentions[place].end], as: UTF8.self)
    }

    private mutating func agreement(_ companies: Int) throws(Malformed) -> Extraction.Agreement {
        Extraction.Agreement(
            kind: AgreementKind(rawValue: try term()), status: try oneOf(PackedExtraction.agreementStatuses),
            parties: try indices(below: companies), value: try bytes.number() == 0 ? nil : money(),
            announced: try bytes.optionalText(), effective: try bytes.optionalText(),
            expires: try bytes.optionalText(), confidence: try bytes.real())
    }

    private mutating func clause(_ companies: Int, _ agreements: Int) throws(Malformed) -> Extraction.Clause {
        let agreement = try bytes.optionalNumber()
        guard agreement.map({ $0 < agreements }) ?? true else { throw Malformed() }
        return Extraction.Clause(
            agreement: agreement, type: ClauseType(rawValue: try term()),
            status: try oneOf(PackedExtraction.clauseStatuses), quote: try range(),
            obligors: try indices(below: companies), beneficiaries: try indices(below: companies),
            values: try list { (reader) throws(Malformed) in try reader.value() },
            speaker: try bytes.number() == 0 ? nil : range(), confidence: try bytes.real())
    }

    private mutating func value() throws(Malformed) -> Value {
        let content: Value.Content =
            switch try bytes.number() {
            case 0: .money(try money())
            case 1: .percent(try bytes.real())
            case 2: .date(try bytes.text())
            case 3: .duration(try bytes.text())
            default: throw Malformed()
            }
        return Value(content, range: try range())
    }

    private mutating func money() throws(Malformed) -> Money {
        Money(amount: try bytes.real(), currency: try term())
    }

    private mutating func term() throws(Malformed) -> String {
        guard let known = try bytes.optionalNumber() else {
            terms.append(try bytes.text())
            return terms[terms.count - 1]
        }
        guard known < terms.count else { throw Malformed() }
        return terms[known]
    }

    private mutating func range() throws(Malformed) -> TextRange {
        let start = try bytes.number()
        return TextRange(start, start + (try bytes.number()))
    }

    private mutating func oneOf<Case>(_ cases: [Case]) throws(Malformed) -> Case {
        let index = try bytes.number()
        guard index < cases.count else { throw Malformed() }
        return cases[index]
    }

    private mutating func indices(below count: Int) throws(Malformed) -> [Int] {
        let indices = try list { (reader) throws(Malformed) in try reader.bytes.number() }
        guard indices.allSatisfy({ $0 < count }) else { throw Malformed() }
        return indices
    }

    private mutating func list<Element>(
        _ read: (inout Self) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        var elements: [Element] = []
        for _ in 0..<(try bytes.count()) { elements.append(try read(&self)) }
        return elements
    }
}
