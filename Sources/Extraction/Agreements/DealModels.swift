/// The trained models of agreements and roles.
package struct DealModels: Sendable {
    /// Which models there are, by their names under `data/models`.
    package enum File: String, CaseIterable, Sendable {
        /// Is a company a party to anything?
        case party = "deals-party.bin"
        /// Have two companies an agreement? Words first, then trees over numbers and the score of the words.
        case pair = "deals-pair.bin"
        case pairTrees = "deals-pair-trees.bin"
        case kind = "deals-kind.bin"
        case status = "deals-status.bin"
        case clauseStatus = "deals-clause-status.bin"
        /// How a clause stands by its words alone, before its agreement is known.
        case clauseStanding = "deals-clause-standing.bin"
        /// One side, both, or nobody?
        case form = "deals-form.bin"
        /// Which of two parties owes a clause?
        case direction = "deals-direction.bin"
        /// Which of two parties is the provider, and does the provider owe a clause?
        case side = "deals-side.bin"
        case provider = "deals-provider.bin"
        /// Are a set of companies the parties of an agreement, with what was found for all pairs?
        case setTrees = "deals-set-trees.bin"
        /// Is an agreement of a kind, has it a status, with what the words say of each?
        case kindTrees = "deals-kind-trees.bin"
        case statusTrees = "deals-status-trees.bin"
        /// Does a clause belong to an agreement?
        case link = "deals-link.bin"
        /// Does a company owe a clause, does it get it?
        case owes = "deals-owes.bin"
        case gets = "deals-gets.bin"
        /// Are these the roles of a clause, with all that was found?
        case roles = "deals-roles.bin"
    }

    let party: LinearModel
    let pair: LinearModel
    let pairTrees: TreeEnsemble
    let kind: LinearModel
    let status: LinearModel
    let clauseStatus: LinearModel
    let clauseStanding: LinearModel
    let form: LinearModel
    let direction: LinearModel
    let side: LinearModel
    let provider: LinearModel
    let setTrees: TreeEnsemble
    let kindTrees: TreeEnsemble
    let statusTrees: TreeEnsemble
    let link: LinearModel
    let owes: LinearModel
    let gets: LinearModel
    let roles: TreeEnsemble

    /// The models in the bytes of the files, which must outlive them; nil where one is missing or not of the form.
    package init?(_ bytes: (File) -> UnsafeRawBufferPointer?) {
        func linear(_ file: File, outputs: Int) -> LinearModel? {
            bytes(file).flatMap { LinearModel($0) }.flatMap { $0.outputs == outputs ? $0 : nil }
        }
        func trees(_ file: File, columns: Int) -> TreeEnsemble? {
            bytes(file).flatMap { TreeEnsemble($0) }.flatMap { $0.features == columns ? $0 : nil }
        }
        guard let party = linear(.party, outputs: 1), let pair = linear(.pair, outputs: 1),
            let pairTrees = trees(.pairTrees, columns: PairFeatures.denseCount),
            let kind = linear(.kind, outputs: ModelTerms.kinds.count),
            let status = linear(.status, outputs: ModelTerms.statuses.count),
            let clauseStatus = linear(.clauseStatus, outputs: ModelTerms.clauseStatuses.count),
            let clauseStanding = linear(.clauseStanding, outputs: ModelTerms.clauseStatuses.count),
            let form = linear(.form, outputs: RoleForm.allCases.count), let direction = linear(.direction, outputs: 1),
            let side = linear(.side, outputs: 1), let provider = linear(.provider, outputs: 1),
            let setTrees = trees(.setTrees, columns: PartySetFeatures.columns),
            let kindTrees = trees(.kindTrees, columns: OptionFeatures.columns),
            let statusTrees = trees(.statusTrees, columns: OptionFeatures.columns),
            let link = linear(.link, outputs: 1), let owes = linear(.owes, outputs: 1),
            let gets = linear(.gets, outputs: 1),
            let roles = bytes(.roles).flatMap({ TreeEnsemble($0) }), roles.features == RoleEvidence.columns
        else { return nil }
        self.party = party
        self.pair = pair
        self.pairTrees = pairTrees
        self.kind = kind
        self.status = status
        self.clauseStatus = clauseStatus
        self.clauseStanding = clauseStanding
        self.form = form
        self.direction = direction
        self.side = side
        self.provider = provider
        self.setTrees = setTrees
        self.kindTrees = kindTrees
        self.statusTrees = statusTrees
        self.link = link
        self.owes = owes
        self.gets = gets
        self.roles = roles
    }
}
