/// A clause type by its name in `data/clause_types.tsv`, e.g. `exclusivity`.
public struct ClauseType: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// An agreement kind by its name in `data/agreement_kinds.tsv`, e.g. `joint-venture`.
public struct AgreementKind: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// How an agreement stands, as the text tells it.
public enum AgreementStatus: String, CaseIterable, Sendable {
    /// Denied or unconfirmed talk of it by others.
    case rumored
    /// Offered, planned, in talks, letter of intent.
    case proposed
    /// Agreed, not yet carried out or just announced.
    case signed
    case inForce = "in-force"
    /// Closed, paid, done.
    case completed
    /// Terminated or expired.
    case ended
    /// Refused, or called off before signing.
    case rejected
}

/// How a clause stands, as the text tells it.
public enum ClauseStatus: String, CaseIterable, Sendable {
    case stated
    /// Said to be unchanged, confirmed, to continue.
    case reaffirmed
    /// Amended, extended, cut, replaced.
    case changed
    case ended
    /// Would, plans to, is being negotiated.
    case proposed
    /// Said not to exist: "the agreement is not exclusive".
    case denied
}
