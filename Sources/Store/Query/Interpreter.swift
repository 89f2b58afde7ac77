internal import SQLite

/// Works out what a query asks for: companies, sums, concepts, and words that stand for themselves.
final class Interpreter {
    private let vocabulary: Vocabulary
    private let letters: LetterVariants
    private let companies: CompanyFinder
    private let amounts = AmountReader()
    private let periods = PeriodReader()
    private let concepts = ConceptReader()

    init(_ database: Database) throws(SQLiteError) {
        vocabulary = try Vocabulary(database)
        letters = LetterVariants(database)
        companies = CompanyFinder(database)
    }

    func understand(_ text: QueryText) throws -> Understanding {
        var parts = try demands(text)
        if text.tokens.isEmpty { return Understanding(parts: parts) }
        var left = Array(text.tokens.indices)
        let named = try companies.companies(in: text.tokens) { try self.isKnown($0) }
        let words = try named.filter { try isWord($0, in: text.tokens) }
        let mentioned = named.filter { company in !words.contains(company) }
        let roles = RoleReader(tokens: text.tokens, companies: mentioned.map(\.tokens))
        for (index, company) in mentioned.enumerated() {
            left.removeAll(where: company.tokens.contains)
            parts.append(part(company, role: roles.roles[index], in: text.tokens))
        }
        for amount in amounts.amounts(in: text.tokens) where amount.tokens.allSatisfy(left.contains) {
            left.removeAll(where: amount.tokens.contains)
            parts.append(part(amount, in: text.tokens))
        }
        for (period, tokens) in periods.periods(in: text.tokens) where tokens.allSatisfy(left.contains) {
            left.removeAll(where: tokens.contains)
            parts.append(part(period, text.tokens[tokens]))
        }
        left.removeAll { text.tokens[$0].shape == .sign || roles.words.contains($0) }
        let (terms, rest) = concepts.concepts(in: try left.map { try mend(text.tokens[$0], place: $0) })
        parts += terms.map(part)
        parts += try wordParts(
            rest, beside: terms.reduce(0) { $0 + $1.words.count }, isOnly: parts.isEmpty, companies: words)
        // A status that is asked for by name says what was done.
        let isOfStatus = terms.contains { $0.readings.first?.concept.sort == .status }
        return Understanding(
            parts: parts,
            asksForRights: !isOfStatus && text.tokens.contains { CommonWords.shared.isModal($0.folded) },
            asksForDenials: isOfStatus || !mentioned.isEmpty
                || text.tokens.contains { CommonWords.shared.isNegation($0.folded) })
    }

    /// What was marked as an exact demand.
    private func demands(_ text: QueryText) throws -> [QueryPart] {
        try text.phrases.map { phrase in
            QueryPart(
                words: "\"\(phrase.map(\.text).joined(separator: " "))\"", weight: 1.5, isRequired: true,
                readings: [.init(meaning: .text(anyOf: try spellings(of: phrase)), grade: 0.9)])
        }
            + text.prefixes.map { prefix in
                QueryPart(
                    words: prefix.text + "*", weight: 1, isRequired: true,
                    readings: [.init(meaning: .text(prefixes: try letters.of(prefix)), grade: 0.9)])
            }
    }

    // MARK: Companies, sums and times

    /// Whether what is written like a word is one: the texts use it mostly without naming the company, as "target" in
    /// a base that knows Target.
    private func isWord(_ company: CompanyFinder.Found, in tokens: [QueryToken]) throws -> Bool {
        let token = tokens[company.tokens.lowerBound]
        guard company.tokens.count == 1, company.isExact, !token.isCapitalized, token.shape == .word else {
            return false
        }
        guard case .text(let word, _) = Meaning.text(anyOf: [token.folded]) else { return false }
        let all = try vocabulary.count(word)
        let naming = try vocabulary.count("\(word) AND \(Filter.tags(company.ids.map(Tags.company)))")
        return Double(naming) < Self.leastNaming * Double(all)
    }

    /// The least share of the sentences with a word that name the company, where the word is its name.
    private static let leastNaming = 0.75

    // MARK: Words

    private func isKnown(_ token: QueryToken) throws -> Bool { try vocabulary.count(anyOf: letters.of(token)) > 0 }

    /// The phrase, and the phrase with words in other spellings.
    private func spellings(of phrase: [QueryToken]) throws -> [String] {
        var phrases = [""]
        for token in phrase {
            let forms = try letters.of(token)
            let most = max(1, Self.mostSpellings / phrases.count)
            phrases = phrases.flatMap { start in
                forms.prefix(most).map { start.isEmpty ? $0 : start + " " + $0 }
            }
        }
        return phrases
    }

    private static let mostSpellings = 16

    /// Looks the word up; where neither the base nor the concepts know it, takes it for a typo.
    private func mend(_ token: QueryToken, place: Int) throws -> QueryWord {
        var forms = try letters.of(token) + SpellingVariants.of(token.folded)
        var count = try vocabulary.count(anyOf: forms)
        let joined = PlainLetters.shared.joined(token.folded)
        if count == 0, joined != token.folded {
            forms.append(joined)
            count = try vocabulary.count(anyOf: [joined])
        }
        let known = forms.first { ConceptTable.shared.knows(PorterStemmer.stem($0)) }.map(PorterStemmer.stem)
        if let known {
            return QueryWord(place: place, token: token, stem: known, forms: count > 0 ? forms : [], count: count)
        }
        if count > 0 { return QueryWord(place: place, token: token, stem: token.stem, forms: forms, count: count) }
        let allowed = EditDistance.allowed(for: token.stem.utf8.count + 1)
        guard token.shape == .word, allowed > 0, !CommonWords.shared.isSilent(token.folded) else {
            return QueryWord(place: place, token: token, stem: token.stem, forms: [], count: 0)
        }
        let words = Vocabulary.nearest(
            to: Array(token.folded.utf8),
            among: token.folded.utf8.first.map(ConceptTable.shared.words) ?? [],
            allowed: token.isCapitalized ? 1 : EditDistance.allowed(for: token.folded.utf8.count))
        let near = words.isEmpty ? try vocabulary.stems(near: token.stem) : words.map(PorterStemmer.stem)
        return QueryWord(
            place: place, token: token, stem: near.first ?? token.stem, forms: near,
            count: near.isEmpty ? 0 : try vocabulary.count(anyOf: near))
    }

    /// - Parameters:
    ///   - explained: how many words stand for concepts.
    ///   - companies: those that some of the words may name.
    private func wordParts(
        _ words: [QueryWord], beside explained: Int, isOnly: Bool, companies: [CompanyFinder.Found]
    ) throws -> [QueryPart] {
        var telling = words.filter { !CommonWords.shared.isSilent($0.token.folded) }
        if telling.isEmpty, isOnly { telling = words }
        let missing = telling.filter { $0.count == 0 }.count
        return try telling.map { word in
            guard word.count > 0 else { return try unknown(word, weight: explained >= missing ? 0.9 : 1.3) }
            let weight = 0.35 + 0.65 * vocabulary.rarity(word.count)
            let named = companies.filter { $0.tokens.contains(word.place) }.map { company in
                QueryPart.Reading(
                    meaning: .companies(company.ids, names: company.names, role: nil), grade: Self.perhapsNamed)
            }
            return QueryPart(
                words: word.token.text, weight: weight,
                readings: readings(word, grade: 0.8) + denied(word, in: words) + named)
        }
    }

    /// What a company is worth that a word may name.
    private static let perhapsNamed = 0.5

    /// "No money" is better than "money" where it was asked for.
    private func denied(_ word: QueryWord, in words: [QueryWord]) -> [QueryPart.Reading] {
        guard let negation = words.first(where: { $0.place == word.place - 1 })?.token.folded,
            CommonWords.shared.isNegation(negation)
        else { return [] }
        return [
            .init(meaning: .text(anyOf: word.forms.map { negation + " " + $0 }), grade: 0.6),
            .init(
                meaning: .denied(Meaning.expression(anyOf: word.forms), words: word.token.text), grade: 0.6),
        ]
    }

    /// A word that the base does not have: what means the same, or its parts, may still be there; if not,
    /// it keeps its weight and nothing has it.
    private func unknown(_ word: QueryWord, weight: Double) throws -> QueryPart {
        var readings = readings(word, grade: 0.8)
        let letters = Array(word.token.folded)
        for cut in stride(from: 3, through: letters.count - 3, by: 1) {
            let split = String(letters[..<cut]) + " " + String(letters[cut...])
            if try vocabulary.count(anyOf: [split]) > 0 {
                readings.append(.init(meaning: .text(anyOf: [split]), grade: 0.8))
            }
        }
        return QueryPart(words: word.token.text, weight: word.token.isCapitalized ? 1.6 : weight, readings: readings)
    }
}
