internal import Extraction
internal import Model

/// An annotated article as the trainers of agreements and roles need it: its answer with indices in place of
/// names, beside the companies and clauses that the models are to read (those of the answer, or found ones).
struct DealArticle: Sendable {
    /// A deal of the answer; companies that were not found are -1.
    struct Agreement: Sendable {
        var parties: [Int]
        var kind: Int
        var status: Int
    }

    /// What the answer says of a clause that the models read.
    struct ClauseAnswer: Sendable {
        var agreement: Int?
        var status: Int
        var obligors: Set<Int>
        var beneficiaries: Set<Int>
    }

    let name: String
    /// Which part of the cross-validation it belongs to.
    let fold: Int
    let deal: DealText
    let clauses: [Extraction.Clause]
    let agreements: [Agreement]
    /// One a clause; nil where the answer has no such clause.
    let answers: [ClauseAnswer?]
    /// Agreements of the answer and roles that name a company that was not found.
    let lost: Int

    static let folds = 5

    /// With the companies and clauses of the answer.
    init(_ annotated: AnnotatedArticle, index: Int, lexicon: DealLexicon, terms: DealTerms) {
        let text = TokenizedText(annotated.article)
        let companies = GoldMentions.companies(annotated.answer, in: text)
        self.init(annotated, index: index, text, companies, GoldMentions.clauses(annotated.answer, in: text), lexicon, terms)
    }

    /// With companies and clauses that were found.
    init(
        _ annotated: AnnotatedArticle, index: Int, _ text: TokenizedText, _ companies: [Extraction.Company],
        _ clauses: [Extraction.Clause], _ lexicon: DealLexicon, _ terms: DealTerms
    ) {
        name = annotated.name
        fold = index % Self.folds
        deal = DealText(text, companies, lexicon)
        self.clauses = clauses
        let places = CompanyMatch.places(of: annotated.answer, in: companies)
        func indices(_ names: [String]) -> [Int] { names.map { places[$0] ?? -1 } }
        agreements = annotated.answer.agreements.map {
            Agreement(parties: indices($0.parties), kind: terms.kind($0.kind), status: terms.status($0.status))
        }
        lost = agreements.count { $0.parties.contains(-1) }
        let ids = annotated.answer.agreements.map(\.id)
        answers = ClauseMatch.matches(annotated.answer.clauses, in: annotated.article, clauses).map { clause in
            clause.map {
                ClauseAnswer(
                    agreement: $0.agreement.flatMap(ids.firstIndex), status: terms.clauseStatus($0.status),
                    obligors: Set(indices($0.obligor)), beneficiaries: Set(indices($0.beneficiary)))
            }
        }
    }
}

/// The kinds and statuses by their place, as outputs of the models.
struct DealTerms: Sendable {
    let kinds: [String]
    let statuses = AgreementStatus.allCases.map(\.rawValue)
    let clauseStatuses = ClauseStatus.allCases.map(\.rawValue)

    func kind(_ name: String) -> Int { kinds.firstIndex(of: name) ?? kinds.count - 1 }
    func status(_ name: String) -> Int { statuses.firstIndex(of: name) ?? 0 }
    func clauseStatus(_ name: String) -> Int { clauseStatuses.firstIndex(of: name) ?? 0 }
}
