/// How much there is of what in a knowledge base.
public struct Statistics: Sendable, Equatable {
    /// Articles in force, and those that a later reading of the same source replaced.
    public var articles = 0
    public var superseded = 0
    public var sentences = 0
    public var companies = 0
    public var mentions = 0
    public var agreements = 0
    public var clauses = 0
    /// Bytes of article text, and of the database file.
    public var textBytes = 0
    public var fileBytes = 0
    /// Clauses by type, agreements by kind and by status; the most frequent first.
    public var clauseTypes: [Count] = []
    public var agreementKinds: [Count] = []
    public var agreementStatuses: [Count] = []

    public struct Count: Sendable, Equatable {
        public var name: String
        public var count: Int

        public init(name: String, count: Int) {
            self.name = name
            self.count = count
        }
    }

    public init() {}
}

/// Something that `verify` found wrong.
public struct Finding: Sendable, Equatable {
    /// Which check found it: `integrity`, `foreign-keys`, `full-text`, `quotes`, `current`.
    public var check: String
    /// What is wrong, and where.
    public var detail: String

    public init(check: String, detail: String) {
        self.check = check
        self.detail = detail
    }
}
