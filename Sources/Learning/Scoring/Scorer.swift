package import Model

/// Scores an extraction against the answer of its article.
package struct Scorer {
    private let annotated: AnnotatedArticle
    private let extraction: Extraction
    /// From a form of a company's name to the name that stands for it, in the answer and in what was found.
    private let goldNames: [String: String]
    private let foundNames: [String: String]
    private let codePoints: CodePointMap

    package static func score(_ extraction: Extraction, of annotated: AnnotatedArticle) -> ArticleScore {
        let scorer = Scorer(extraction, annotated)
        var score = ArticleScore(name: annotated.name)
        scorer.scoreHeader(&score)
        scorer.scoreCompanies(&score)
        let sameAgreement = scorer.scoreAgreements(&score)
        scorer.scoreClauses(&score, sameAgreement)
        return score
    }

    private init(_ extraction: Extraction, _ annotated: AnnotatedArticle) {
        self.annotated = annotated
        self.extraction = extraction
        codePoints = CodePointMap(annotated.article.text)
        var gold: [String: String] = [:]
        for company in annotated.answer.companies {
            let name = ComparableName.of(company.name)
            for form in company.aliases.map(ComparableName.of) where gold[form] == nil { gold[form] = name }
            gold[name] = name
        }
        var found: [String: String] = [:]
        for company in extraction.companies {
            let forms = ([company.name] + company.aliases).map(ComparableName.of)
            let name = forms.lazy.compactMap { gold[$0] }.first ?? ComparableName.of(company.name)
            for form in forms { found[form] = name }
        }
        goldNames = gold
        foundNames = found
    }

    /// The comparable name that stands for a company found.
    private func resolved(_ company: Int) -> String {
        let form = ComparableName.of(extraction.companies[company].name)
        return foundNames[form] ?? goldNames[form] ?? form
    }

    private func resolved(_ companies: [Int]) -> Set<String> { Set(companies.map(resolved)) }

    private func scoreHeader(_ score: inout ArticleScore) {
        score.title.add(annotated.article.title == annotated.answer.article.title)
        score.published.add(annotated.article.published == annotated.answer.article.published)
    }

    private func scoreCompanies(_ score: inout ArticleScore) {
        let gold = Set(annotated.answer.companies.map { ComparableName.of($0.name) })
        let found = resolved(Array(extraction.companies.indices))
        score.companies = Tally(
            matched: gold.intersection(found).count, found: extraction.companies.count, gold: gold.count)
        score.mistakes += gold.subtracting(found).sorted().map { "- company \($0)" }
        score.mistakes += found.subtracting(gold).sorted().map { "+ company \($0)" }
    }

    /// - Returns: for the index of an agreement found, the id of the answer's agreement with the same parties.
    private func scoreAgreements(_ score: inout ArticleScore) -> [Int: String] {
        let gold = annotated.answer.agreements
        let found = extraction.agreements
        let goldParties = gold.map { Set($0.parties.map(ComparableName.of)) }
        let foundParties = found.map { resolved($0.parties) }
        let exact = Matching.pairs(gold.count, found.count) { i, j in
            guard goldParties[i] == foundParties[j], gold[i].kind == found[j].kind.rawValue else { return 0 }
            return gold[i].status == found[j].status.rawValue ? 3 : 2
        }
        let parties = Matching.pairs(gold.count, found.count) { i, j in
            guard goldParties[i] == foundParties[j] else { return 0 }
            return gold[i].kind == found[j].kind.rawValue ? 2 : 1
        }
        score.agreements = Tally(matched: exact.count, found: found.count, gold: gold.count)
        score.agreementParties = Tally(matched: parties.count, found: found.count, gold: gold.count)
        for pair in parties { score.agreementStatus.add(gold[pair.gold].status == found[pair.found].status.rawValue) }
        let (right, wasRight) = (Set(exact.map(\.gold)), Set(exact.map(\.found)))
        score.mistakes += gold.indices.filter { !right.contains($0) }
            .map { "- agreement \(goldParties[$0].sorted().joined(separator: ", ")): \(gold[$0].kind)" }
        score.mistakes += found.indices.filter { !wasRight.contains($0) }
            .map { "+ agreement \(foundParties[$0].sorted().joined(separator: ", ")): \(found[$0].kind.rawValue)" }
        return Dictionary(uniqueKeysWithValues: parties.map { ($0.found, gold[$0.gold].id) })
    }

    private func scoreClauses(_ score: inout ArticleScore, _ sameAgreement: [Int: String]) {
        let gold = annotated.answer.clauses
        let found = extraction.clauses
        let goldSpans = gold.map { annotated.article.text.range(of: Array($0.quote.utf8)).map(inCodePoints) }
        let foundSpans = found.map { inCodePoints($0.quote) }
        func overlap(_ i: Int, _ j: Int) -> Double {
            goldSpans[i].map { Matching.halfOverlap($0, foundSpans[j]) } ?? 0
        }
        let typed = Matching.pairs(gold.count, found.count) { i, j in
            gold[i].type == found[j].type.rawValue ? overlap(i, j) : 0
        }
        score.clauses = Tally(matched: typed.count, found: found.count, gold: gold.count)
        score.clauseSpans = spanTally(Set(goldSpans.compactMap { $0 }).sorted(), Set(foundSpans).sorted())
        for pair in typed {
            scoreClause(gold[pair.gold], found[pair.found], &score, sameAgreement)
            score.confusion.addMatch(gold[pair.gold].type)
        }
        let missed = gold.indices.filter { i in !typed.contains { $0.gold == i } }
        let spurious = found.indices.filter { j in !typed.contains { $0.found == j } }
        let confused = Matching.pairs(missed.count, spurious.count) { overlap(missed[$0], spurious[$1]) }
        for (index, i) in missed.enumerated() {
            let other = confused.first { $0.gold == index }.map { found[spurious[$0.found]].type.rawValue }
            score.confusion.addMissed(gold[i].type, takenFor: other ?? "")
            score.mistakes.append("- \(gold[i].type): \(gold[i].quote)")
        }
        for j in spurious {
            score.confusion.addSpurious(found[j].type.rawValue)
            score.mistakes.append("+ \(found[j].type.rawValue): \(annotated.article.string(found[j].quote))")
        }
    }

    private func scoreClause(
        _ gold: AnnotatedArticle.Answer.Clause, _ found: Extraction.Clause, _ score: inout ArticleScore,
        _ sameAgreement: [Int: String]
    ) {
        score.clauseStatus.add(gold.status == found.status.rawValue)
        score.clauseAgreement.add(gold.agreement == found.agreement.flatMap { sameAgreement[$0] })
        score.obligors.add(Set(gold.obligor.map(ComparableName.of)) == resolved(found.obligors))
        score.beneficiaries.add(Set(gold.beneficiary.map(ComparableName.of)) == resolved(found.beneficiaries))
    }

    private func spanTally(_ gold: [TextRange], _ found: [TextRange]) -> Tally {
        let pairs = Matching.pairs(gold.count, found.count) { Matching.halfOverlap(gold[$0], found[$1]) }
        return Tally(matched: pairs.count, found: found.count, gold: gold.count)
    }

    private func inCodePoints(_ range: TextRange) -> TextRange {
        TextRange(codePoints.codePoint(atByte: range.start), codePoints.codePoint(atByte: range.end))
    }
}

extension [UInt8] {
    /// Where `other` first stands in these bytes.
    fileprivate func range(of other: [UInt8]) -> TextRange? {
        guard let first = other.first, other.count <= count else { return nil }
        for start in 0...(count - other.count) where self[start] == first {
            if self[start..<(start + other.count)].elementsEqual(other) { return TextRange(start, start + other.count) }
        }
        return nil
    }
}
