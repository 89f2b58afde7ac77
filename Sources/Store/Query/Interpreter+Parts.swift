/// What companies, sums, times, concepts and words of a query ask for.
extension Interpreter {
    func part(_ company: CompanyFinder.Found, role: CompanyRole?, in tokens: [QueryToken]) -> QueryPart {
        let words = tokens[company.tokens].map(\.text).joined(separator: " ")
        return QueryPart(
            words: words, weight: company.isExact ? 1.6 : 1.3,
            readings: [
                .init(meaning: .companies(company.ids, names: company.names, role: role), grade: 0.85),
                .init(meaning: .text(anyOf: [words] + company.names), grade: 0.6),
            ])
    }

    func part(_ amount: QueryAmount, in tokens: [QueryToken]) -> QueryPart {
        let words = tokens[amount.tokens].map(\.text).joined(separator: " ")
        var exact = amount
        exact.bound = .exact
        // "Over 1 billion" stands in "1.1 billion", which the index has as three words, in any currency.
        let phrases = ([words] + amount.phrases).filter(Self.isTelling)
        let text =
            phrases.isEmpty
            ? [] : [QueryPart.Reading(meaning: .text(anyOf: phrases), grade: amount == exact ? 0.85 : 0.5)]
        return QueryPart(
            words: words, weight: 1.5,
            readings: amount == exact
                ? [.init(meaning: .amount(amount), grade: 0.9)] + text
                : [.init(meaning: .amount(amount), grade: 0.8), .init(meaning: .amount(exact), grade: 0.6)] + text)
    }

    /// Signs are no words of the index, and a small number alone stands for anything: "$3" is not "39.6 pct".
    private static func isTelling(_ phrase: String) -> Bool {
        phrase.contains(where: \.isLetter) || phrase.count(where: \.isNumber) > 2
    }

    func part(_ period: Period, _ tokens: ArraySlice<QueryToken>) -> QueryPart {
        let words = tokens.map(\.text).joined(separator: " ")
        return QueryPart(
            words: words, weight: 0.9,
            readings: [
                .init(meaning: .period(period), grade: 0.8), .init(meaning: .text(anyOf: [words]), grade: 0.6),
            ])
    }

    /// The word itself, and at a lower grade what means the same.
    func readings(_ word: QueryWord, grade: Double) -> [QueryPart.Reading] {
        var readings: [QueryPart.Reading] = []
        if !word.forms.isEmpty { readings.append(.init(meaning: .text(anyOf: word.forms), grade: grade)) }
        let synonyms = Synonyms.shared.of(word.stem)
        if !synonyms.isEmpty { readings.append(.init(meaning: .text(anyOf: synonyms), grade: grade * 0.6)) }
        return readings
    }

    func part(_ concept: ConceptReader.Part) -> QueryPart {
        let own = concept.words
        let telling = own.filter { !CommonWords.shared.isSilent($0.token.folded) }
        var readings = concept.readings.map { QueryPart.Reading(meaning: .concept($0.concept), grade: $0.grade) }
        if own.count > 1 {
            let phrase = own.map(\.token.folded).joined(separator: " ")
            readings.append(.init(meaning: .text(anyOf: [phrase]), grade: 0.5))
        }
        let share = (concept.isDenied ? ConceptReader.Part.affirmed : 1) / Double(telling.count)
        for word in telling { readings += self.readings(word, grade: 0.6 * share) }
        return QueryPart(
            words: own.map(\.token.text).joined(separator: " "), weight: 0.7 + 0.3 * Double(max(telling.count, 1)),
            readings: readings)
    }
}
