internal import Assets
package import Model

/// The kinds and statuses in the order of the outputs of the models.
package enum ModelTerms {
    package static let kinds = Assets.table("data/agreement_kinds.tsv").map { AgreementKind(rawValue: $0[0]) }
    package static let statuses = AgreementStatus.allCases
    package static let clauseStatuses = ClauseStatus.allCases
}
