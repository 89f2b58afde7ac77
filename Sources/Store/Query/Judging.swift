internal import Model

// What only the row itself tells of how well it answers.

extension Understanding {
    /// What an end or a refusal is worth where it is asked what may be done.
    private static let done = 0.75
    /// What a term is worth that there is not, where it is asked for as one that there is.
    private static let denied = 0.95
    /// What a time is worth that an article without a date may be of.
    private static let undated = 0.4

    /// What a clause of this status is worth: an end or a refusal is none of the rights that are asked for.
    func worth(ofStatus status: String) -> Double {
        let isDone = status == ClauseStatus.ended.rawValue || status == ClauseStatus.denied.rawValue
        if asksForRights && isDone { return Self.done }
        return status == ClauseStatus.denied.rawValue && !asksForDenials ? Self.denied : 1
    }

    /// `grades` with those of companies lowered that are on the wrong side of the clause, or on no side.
    func judged(_ grades: [Double], roles: [(String, Int64)]) -> [Double] {
        var grades = grades
        for (index, part) in parts.enumerated() {
            for reading in part.readings {
                guard case .companies(let ids, _, let role?) = reading.meaning else { continue }
                let sides = roles.filter { ids.contains($0.1) }.map(\.0)
                if sides.contains(role.rawValue) { continue }
                grades[index] *= sides.contains(role.opposite.rawValue) ? 0.45 : 0.75
            }
        }
        return grades
    }

    /// `grades` with that of a time raised in which the article was published; what has no date may be of that time.
    func judged(_ grades: [Double], published: String?) -> [Double] {
        var grades = grades
        for (index, part) in parts.enumerated() {
            for reading in part.readings {
                guard case .period(let period) = reading.meaning else { continue }
                let grade = published.map { period.holds($0) ? reading.grade : 0 } ?? reading.grade * Self.undated
                grades[index] = 1 - (1 - grades[index]) * (1 - grade)
            }
        }
        return grades
    }
}
