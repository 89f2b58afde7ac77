internal import Model

/// Reads what `ExtractionWriter` wrote.
struct ExtractionReader {
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
