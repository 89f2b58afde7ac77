import Model
import Testing

/// Clauses packed in memory are the values that were put in.
struct ClausesTests {
    private static let clauses: [Extraction.Clause] = [
        Extraction.Clause(type: ClauseType(rawValue: "payment"), quote: TextRange(3, 9)),
        Extraction.Clause(
            agreement: 0, type: ClauseType(rawValue: "term"), status: .denied, quote: TextRange(10, 40),
            obligors: [2, 0], beneficiaries: [1],
            values: [
                Value(.money(Money(amount: 0.1, currency: "USD")), range: TextRange(11, 14)),
                Value(.percent(12.5), range: TextRange(15, 18)), Value(.date("2025-03"), range: TextRange(19, 22)),
                Value(.duration("P5Y"), range: TextRange(23, 25)),
            ], speaker: TextRange(30, 34), confidence: 1 / 3),
        Extraction.Clause(
            agreement: 7, type: ClauseType(rawValue: "payment"), status: .ended, quote: TextRange(-1, 2),
            beneficiaries: [5, 6, 7], values: [Value(.date(""), range: TextRange(0, 0))], speaker: TextRange(0, 0)),
    ]

    @Test func theyAreWhatWasPutIn() {
        let packed = Extraction.Clauses(Self.clauses)
        #expect(Array(packed) == Self.clauses)
        #expect(packed.indices.map { packed.quote(at: $0) } == Self.clauses.map(\.quote))
        #expect(packed == Extraction.Clauses(packed.map { $0 }) && packed != [])
    }

    /// Each change of one is a change of it alone.
    @Test func changesAreThoseOfAnArray() {
        var packed = Extraction.Clauses(Self.clauses), plain = Self.clauses
        for index in plain.indices {
            packed[index].obligors.append(index)
            plain[index].obligors.append(index)
            packed[index].values.removeAll { $0.range.start > 12 }
            plain[index].values.removeAll { $0.range.start > 12 }
            packed[index].quote.end += 4
            plain[index].quote.end += 4
            #expect(Array(packed) == plain)
        }
        packed.remove(at: 0)
        plain.remove(at: 0)
        packed.insert(contentsOf: Self.clauses, at: 1)
        plain.insert(contentsOf: Self.clauses, at: 1)
        packed[3].speaker = nil
        plain[3].speaker = nil
        #expect(Array(packed) == plain)
        #expect(packed.removeLast() == plain.removeLast())
        packed.removeAll { $0.status == .stated }
        plain.removeAll { $0.status == .stated }
        #expect(Array(packed) == plain)
    }
}
