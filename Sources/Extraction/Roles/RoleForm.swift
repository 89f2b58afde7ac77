/// Which sides of an agreement a clause names as those who owe it and those who get it.
package enum RoleForm: Int, CaseIterable, Sendable {
    /// One side owes it, the other gets it.
    case directed
    /// All parties owe it and all get it.
    case mutual
    case nobody
    case allOwe
    case allGet
    case oneOwes
    case oneGets

    /// The form of an answer.
    package init(obligors: Set<Int>, beneficiaries: Set<Int>, parties: Int) {
        switch (obligors.count, beneficiaries.count) {
        case (0, 0): self = .nobody
        case (_, 0): self = obligors.count >= parties ? .allOwe : .oneOwes
        case (0, _): self = beneficiaries.count >= parties ? .allGet : .oneGets
        default: self = obligors == beneficiaries ? .mutual : .directed
        }
    }
}
