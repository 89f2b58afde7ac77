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
    /// How many times it counts.
    let weight: Int
    let deal: DealText
    let clauses: [Extraction.Clause]
    let agreements: [Agreement]
    /// One a clause; nil where the answer has no such clause.
    let answers: [ClauseAnswer?]
    static let folds = 5

    /// With the companies and clauses of the answer.
    init(_ annotated: AnnotatedArticle, fold: Int, lexicon: DealLexicon) {
        let text = TokenizedText(annotated.article)
        let companies = GoldMentions.companies(annotated.answer, in: text)
        self.init(annotated, fold: fold, text, companies, GoldMentions.clauses(annotated.answer, in: text), lexicon)
    }

    /// With companies and clauses that were found.
    init(
        _ annotated: AnnotatedArticle, fold: Int, _ text: TokenizedText, _ companies: [Extraction.Company],
        _ clauses: [Extraction.Clause], _ lexicon: DealLexicon
    ) {
        name = annotated.name
        self.fold = fold
        weight = annotated.weight.agreements
        deal = DealText(text, companies, lexicon)
        self.clauses = clauses
        let places = Self.places(of: annotated.answer, in: companies)
        func indices(_ names: [String]) -> [Int] { names.map { places[$0] ?? -1 } }
        agreements = annotated.answer.agreements.map {
            Agreement(
                parties: indices($0.parties),
                kind: ModelTerms.kinds.firstIndex(of: AgreementKind(rawValue: $0.kind)) ?? 0,
                status: AgreementStatus(rawValue: $0.status).flatMap(ModelTerms.statuses.firstIndex) ?? 0)
        }
        let ids = annotated.answer.agreements.map(\.id)
        answers = ClauseMatch.matches(annotated.answer.clauses, in: annotated.article, clauses).map { clause in
            clause.map {
                ClauseAnswer(
                    agreement: $0.agreement.flatMap(ids.firstIndex),
                    status: ClauseStatus(rawValue: $0.status).flatMap(ModelTerms.clauseStatuses.firstIndex) ?? 0,
                    obligors: Set(indices($0.obligor)), beneficiaries: Set(indices($0.beneficiary)))
            }
        }
    }

    /// Index into `companies` by the name in the answer, where any form of it was found.
    private static func places(of answer: AnnotatedArticle.Answer, in companies: [Extraction.Company]) -> [String: Int]
    {
        var found: [String: Int] = [:]
        for (index, company) in companies.enumerated() {
            for form in ([company.name] + company.aliases).map(ComparableName.of) where found[form] == nil {
                found[form] = index
            }
        }
        var places: [String: Int] = [:]
        for company in answer.companies {
            places[company.name] =
                ([company.name] + company.aliases).lazy.compactMap { found[ComparableName.of($0)] }.first
        }
        return places
    }
}
