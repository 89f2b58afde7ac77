internal import Assets
internal import Model

/// The clause types in the order of `data/clause_types.tsv`; models and cues count them in this order.
package enum ClauseTypes {
    package static let names: [String] = Assets.table("data/clause_types.tsv").map { $0[0] }
    package static var count: Int { names.count }
}
