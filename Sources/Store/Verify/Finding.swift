/// Something that `verify` found wrong.
public struct Finding: Sendable, Equatable {
    /// Which check found it: `integrity`, `schema`, `foreign-keys`, `sentences`, `quotes`, `full-text`.
    public var check: String
    /// What is wrong, and where.
    public var detail: String

    public init(check: String, detail: String) {
        self.check = check
        self.detail = detail
    }
}
