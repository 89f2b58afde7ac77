public import Model

extension Store {
    /// Puts right what two sources say differently: the field of the agreement, or that of both clauses and of others of
    /// the agreement that give the same number as one of them, as reprints do; one that is right already is vouched for.
    /// - Returns: what was written down for it.
    /// - Throws: as `correct`; nothing is changed then.
    @discardableResult
    public func settle(
        _ conflict: Conflict, as value: FieldValue, reason: String? = nil
    ) throws(StoreError) -> [CorrectionRecord] {
        if let field = conflict.agreementField {
            return [try correct(.setAgreement("\(conflict.agreement)", field: field, to: value), reason: reason)]
        }
        guard let field = conflict.clauseField else { return [] }
        return try wrap {
            let clauses = try clauses(of: conflict, field)
            return try correcting {
                try clauses.compactMap { clause in
                    try correcting(.setClause(clause, field: field, to: value), orElse: .acceptClause(clause), reason)
                }
            }
        }
    }

    private func clauses(of conflict: Conflict, _ field: ClauseField) throws -> [Int64] {
        let sides = [conflict.one.clause, conflict.other.clause].compactMap { $0 }
        let clauses = try detail(of: conflict.agreement).clauses
        func number(_ clause: ClauseRecord) -> String? {
            switch field {
            case .percent: clause.percent.map { "\($0)" }
            case .amount: clause.amount?.words
            default: nil
            }
        }
        let types = Set(clauses.filter { sides.contains($0.id) }.map(\.type.rawValue))
        let numbers = Set(clauses.filter { sides.contains($0.id) }.compactMap(number))
        return clauses.filter { clause in
            sides.contains(clause.id)
                || types.contains(clause.type.rawValue) && number(clause).map(numbers.contains) ?? false
        }.map(\.id)
    }

    /// - Parameter other: what is done where that is said already.
    /// - Returns: nil where both are.
    private func correcting(_ edit: Edit, orElse other: Edit, _ reason: String?) throws -> CorrectionRecord? {
        let reader = EditReader(database: database)
        do {
            return try apply(try reader.correction(edit), reason: reason)
        } catch let error as StoreError where error == EditReader.saidAlready {
            let accepted = try reader.correction(other)
            return try preparedWriter().log.inForce(like: accepted) == nil ? apply(accepted, reason: reason) : nil
        }
    }
}
