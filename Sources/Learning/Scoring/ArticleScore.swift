internal import Model

/// The score of one article's extraction against its answer, as data/evaluation's README defines it.
package struct ArticleScore: Sendable {
    package var name: String
    package var companies = Tally()
    /// Agreements by their parties and kind, and by their parties alone.
    package var agreements = Tally()
    package var agreementParties = Tally()
    /// Clauses by type and span, and spans whatever their type.
    package var clauses = Tally()
    package var clauseSpans = Tally()
    package var agreementStatus = Share()
    package var clauseStatus = Share()
    package var clauseAgreement = Share()
    package var obligors = Share()
    package var beneficiaries = Share()
    package var title = Share()
    package var published = Share()
    package var confusion = TypeConfusion()
    /// What was missed (`-`) and what was wrongly found (`+`).
    package var mistakes: [String] = []

    init(name: String) {
        self.name = name
    }

    /// The sum of many, under a name of its own.
    package init(sumOf scores: [ArticleScore], name: String) {
        self.name = name
        for score in scores { add(score) }
    }

    private mutating func add(_ other: ArticleScore) {
        companies += other.companies
        agreements += other.agreements
        agreementParties += other.agreementParties
        clauses += other.clauses
        clauseSpans += other.clauseSpans
        agreementStatus += other.agreementStatus
        clauseStatus += other.clauseStatus
        clauseAgreement += other.clauseAgreement
        obligors += other.obligors
        beneficiaries += other.beneficiaries
        title += other.title
        published += other.published
        confusion += other.confusion
    }
}
