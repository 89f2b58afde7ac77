extension Extraction {
    /// The clauses of an extraction: a row of values as any other, kept in a quarter of the memory that as many values
    /// of `Clause` take. A long text has a million of them.
    public struct Clauses: Sendable {
        private var records: [Record] = []
        /// For each record: how many obligors, and who; how many beneficiaries, and who; how many values, and the place
        /// of the first in `values`.
        private var lists: [UInt32] = []
        private var values: [PackedValue] = []
        private var words = Words()

        private struct Record {
            /// Below 0 for none.
            var agreement: Int32
            var type: UInt32
            var quote: TextRange
            var speaker: TextRange
            var confidence: Double
            /// Where its own begins in `lists`.
            var lists: UInt32
            var status: ClauseStatus
            var hasSpeaker: Bool
        }

        private struct PackedValue {
            var range: TextRange
            var number: Double
            var word: UInt32
            var kind: Kind

            enum Kind: UInt8 { case money, percent, date, duration }
        }

        public init() {}

        public init(_ clauses: some Sequence<Clause>) {
            for clause in clauses { append(clause) }
        }

        /// The words that carry the term of the clause at `index`: to sort by them, without the rest of it.
        public func quote(at index: Int) -> TextRange { records[index].quote }

        private mutating func packed(_ clause: Clause) -> Record {
            let first = lists.count
            for companies in [clause.obligors, clause.beneficiaries] {
                lists.append(UInt32(companies.count))
                for company in companies { lists.append(UInt32(clamping: company)) }
            }
            lists.append(UInt32(clause.values.count))
            if !clause.values.isEmpty { lists.append(UInt32(values.count)) }
            for value in clause.values { values.append(packed(value)) }
            return Record(
                agreement: clause.agreement.map { Int32(clamping: $0) } ?? -1,
                type: words.place(of: clause.type.rawValue),
                quote: clause.quote, speaker: clause.speaker ?? TextRange(0, 0), confidence: clause.confidence,
                lists: UInt32(first), status: clause.status, hasSpeaker: clause.speaker != nil)
        }

        private mutating func packed(_ value: Value) -> PackedValue {
            let (kind, number, word): (PackedValue.Kind, Double, String) =
                switch value.content {
                case .money(let money): (.money, money.amount, money.currency)
                case .percent(let percent): (.percent, percent, "")
                case .date(let date): (.date, 0, date)
                case .duration(let duration): (.duration, 0, duration)
                }
            return PackedValue(range: value.range, number: number, word: words.place(of: word), kind: kind)
        }

        private func clause(_ record: Record) -> Clause {
            var place = Int(record.lists)
            func list() -> [Int] {
                let count = Int(lists[place])
                defer { place += 1 + count }
                return lists[place + 1..<place + 1 + count].map { Int($0) }
            }
            let (obligors, beneficiaries) = (list(), list())
            let count = Int(lists[place])
            let first = count > 0 ? Int(lists[place + 1]) : 0
            return Clause(
                agreement: record.agreement < 0 ? nil : Int(record.agreement),
                type: ClauseType(rawValue: words[record.type]), status: record.status, quote: record.quote,
                obligors: obligors, beneficiaries: beneficiaries, values: values[first..<first + count].map(value),
                speaker: record.hasSpeaker ? record.speaker : nil, confidence: record.confidence)
        }

        private func value(_ value: PackedValue) -> Value {
            let content: Value.Content =
                switch value.kind {
                case .money: .money(Money(amount: value.number, currency: words[value.word]))
                case .percent: .percent(value.number)
                case .date: .date(words[value.word])
                case .duration: .duration(words[value.word])
                }
            return Value(content, range: value.range)
        }
    }

    /// Types, currencies, dates and durations, each once.
    private struct Words {
        private var all: [String] = []
        private var places: [String: UInt32] = [:]

        subscript(place: UInt32) -> String { all[Int(place)] }

        mutating func place(of word: String) -> UInt32 {
            if let known = places[word] { return known }
            all.append(word)
            places[word] = UInt32(all.count - 1)
            return UInt32(all.count - 1)
        }
    }
}

extension Extraction.Clauses: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { records.count }

    public subscript(index: Int) -> Extraction.Clause {
        get { clause(records[index]) }
        set { records[index] = packed(newValue) }
    }

    public mutating func append(_ clause: Extraction.Clause) { records.append(packed(clause)) }

    public mutating func replaceSubrange(
        _ range: Range<Int>, with clauses: some Collection<Extraction.Clause>
    ) {
        var new: [Record] = []
        for clause in clauses { new.append(packed(clause)) }
        records.replaceSubrange(range, with: new)
    }
}

extension Extraction.Clauses: Equatable, ExpressibleByArrayLiteral {
    public init(arrayLiteral clauses: Extraction.Clause...) { self.init(clauses) }

    public static func == (a: Self, b: Self) -> Bool { a.elementsEqual(b) }
}
