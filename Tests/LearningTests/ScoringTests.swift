import Foundation
import Model
import Testing

@testable import Learning

@Suite struct ScoringTests {
    @Test(arguments: [
        ("Tokheim Corp", "tokheim"), ("The Coca-Cola Company", "coca cola"),
        ("Johnson & Johnson", "johnson and johnson"),
        ("Société Générale S.A.", "societe generale"), ("Apple Inc <AAPL.O>", "apple"),
        ("Group Holdings", "group holdings"),
        ("Moody's", "moodys"), ("A (B", "a b"),
    ])
    func names(_ name: String, _ comparable: String) {
        #expect(ComparableName.of(name) == comparable)
    }

    @Test func pairsAreGreedyAndOneToOne() {
        let scores = [[0.9, 0.8], [0.95, 0]]
        let pairs = Matching.pairs(2, 2) { scores[$0][$1] }
        #expect(pairs.map(\.gold) == [1, 0])
        #expect(pairs.map(\.found) == [0, 1])
    }

    @Test func overlapNeedsHalf() {
        #expect(Matching.halfOverlap(TextRange(0, 10), TextRange(0, 5)) == 0.5)
        #expect(Matching.halfOverlap(TextRange(0, 10), TextRange(6, 16)) == 0)
        #expect(Matching.overlap(TextRange(0, 3), TextRange(3, 6)) == 0)
    }

    /// The answer of an article, given as what was found, is right throughout.
    @Test func theAnswerScoresFull() throws {
        for annotated in try AnnotatedArticle.all(in: "data/evaluation").prefix(8) {
            let score = Scorer.score(annotated.asExtraction, of: annotated)
            #expect(score.mistakes.isEmpty, "\(annotated.name)")
            #expect(score.clauses.f1 == 1 || annotated.answer.clauses.isEmpty)
            #expect(score.clauseAgreement.right == score.clauseAgreement.of)
            #expect(score.obligors.right == annotated.answer.clauses.count)
        }
    }

    @Test func whatIsMissedOrSpuriousCounts() throws {
        let annotated = try #require(AnnotatedArticle.all(in: "data/evaluation").first { $0.answer.clauses.count > 3 })
        var extraction = annotated.asExtraction
        let lost = extraction.clauses.removeLast()
        extraction.clauses[0].type = ClauseType(rawValue: "governing-law")
        let score = Scorer.score(extraction, of: annotated)
        #expect(score.clauses.matched == annotated.answer.clauses.count - 2)
        #expect(score.clauses.found == annotated.answer.clauses.count - 1)
        #expect(score.confusion.taken[annotated.answer.clauses[0].type]?["governing-law"] == 1)
        #expect(score.confusion.taken[lost.type.rawValue]?[""] == 1)
    }
}

extension AnnotatedArticle {
    fileprivate var asExtraction: Extraction {
        let names = answer.companies.map(\.name)
        let ids = answer.agreements.map(\.id)
        let text = article.body
        return Extraction(
            companies: answer.companies.map { .init(name: $0.name, aliases: $0.aliases) },
            agreements: answer.agreements.map { agreement in
                .init(
                    kind: AgreementKind(rawValue: agreement.kind),
                    status: AgreementStatus(rawValue: agreement.status) ?? .signed,
                    parties: agreement.parties.compactMap(names.firstIndex))
            },
            clauses: answer.clauses.compactMap { clause in
                guard let range = text.range(of: clause.quote) else { return nil }
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                return .init(
                    agreement: clause.agreement.flatMap(ids.firstIndex), type: ClauseType(rawValue: clause.type),
                    status: ClauseStatus(rawValue: clause.status) ?? .stated,
                    quote: TextRange(start, start + clause.quote.utf8.count),
                    obligors: clause.obligor.compactMap(names.firstIndex),
                    beneficiaries: clause.beneficiary.compactMap(names.firstIndex))
            })
    }
}
