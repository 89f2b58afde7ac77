internal import Extraction
internal import Model

/// What the second pass over roles learns from: all hypotheses of the clauses of articles, as models see them
/// that have not seen the article.
struct RoleReview {
    private(set) var rows: [Float] = []
    private(set) var labels: [Bool] = []
    /// The fold of each row.
    private(set) var folds: [Int] = []

    /// Adds the clauses of an article.
    /// - Parameter models: those of the first pass.
    mutating func add(_ article: DealArticle, _ models: DealModels) {
        let (deal, descriptions) = (article.deal, Descriptions(article.deal))
        let focus = ClauseFocus(deal, article.clauses)
        let found = AgreementFinder(models: models).find(
            deal, article.clauses, focus: focus, descriptions: descriptions)
        let reader = RoleReader(
            deal, article.clauses, focus: focus, found: found, descriptions: descriptions, models: models)
        for (evidence, answer) in zip(reader.evidence(), article.answers) {
            guard let answer else { continue }
            for hypothesis in evidence.hypotheses {
                rows += evidence.row(hypothesis, reader.pairs)
                labels.append(
                    Set(hypothesis.owe) == answer.obligors && Set(hypothesis.get) == answer.beneficiaries)
                folds.append(article.fold)
            }
        }
    }

    /// - Parameter fold: to leave out.
    func trees(without fold: Int?) -> [UInt8] {
        let seen = fold.map { fold in labels.indices.filter { folds[$0] != fold } }
        return BoostedTrees(
            rows: rows, columns: RoleEvidence.columns, labels: labels, options: DealOptions.roles, using: seen
        ).encoded()
    }
}
