/// One way in which a clause may bind the companies of an article.
package struct RoleHypothesis: Equatable, Sendable {
    /// In ascending order.
    package var owe: [Int]
    package var get: [Int]

    package init(owe: [Int], get: [Int]) {
        self.owe = owe
        self.get = get
    }

    /// All ways worth weighing.
    /// - Parameters:
    ///   - companies: that may have a role of their own.
    ///   - groups: that may have one together, each in ascending order.
    static func all(companies: [Int], groups: [[Int]]) -> [RoleHypothesis] {
        var all = [RoleHypothesis(owe: [], get: [])]
        for a in companies {
            all.append(RoleHypothesis(owe: [a], get: []))
            all.append(RoleHypothesis(owe: [], get: [a]))
            for b in companies where a != b { all.append(RoleHypothesis(owe: [a], get: [b])) }
        }
        for group in groups {
            all.append(RoleHypothesis(owe: group, get: group))
            all.append(RoleHypothesis(owe: group, get: []))
            all.append(RoleHypothesis(owe: [], get: group))
            for company in companies {
                let others = group.filter { $0 != company }
                guard others.count > 1 else { continue }
                all.append(RoleHypothesis(owe: [company], get: others))
                all.append(RoleHypothesis(owe: others, get: [company]))
            }
        }
        return all
    }

    /// The form it has.
    var form: RoleForm {
        if owe.isEmpty { return get.isEmpty ? .nobody : get.count > 1 ? .allGet : .oneGets }
        if get.isEmpty { return owe.count > 1 ? .allOwe : .oneOwes }
        return owe == get ? .mutual : .directed
    }
}
