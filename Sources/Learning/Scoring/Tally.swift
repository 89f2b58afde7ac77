/// How many of the items found are right, and how many of those to be found were.
package struct Tally: Sendable, Equatable {
    package var matched = 0
    package var found = 0
    package var gold = 0

    package init(matched: Int = 0, found: Int = 0, gold: Int = 0) {
        self.matched = matched
        self.found = found
        self.gold = gold
    }

    package static func += (a: inout Tally, b: Tally) {
        a.matched += b.matched
        a.found += b.found
        a.gold += b.gold
    }

    package var precision: Double { found > 0 ? Double(matched) / Double(found) : 0 }
    package var recall: Double { gold > 0 ? Double(matched) / Double(gold) : 0 }
    package var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
}

/// How many of the items that were looked at are right.
package struct Share: Sendable, Equatable {
    package var right = 0
    package var of = 0

    package mutating func add(_ isRight: Bool) {
        of += 1
        if isRight { right += 1 }
    }

    package static func += (a: inout Share, b: Share) {
        a.right += b.right
        a.of += b.of
    }

    package var value: Double? { of > 0 ? Double(right) / Double(of) : nil }
}
