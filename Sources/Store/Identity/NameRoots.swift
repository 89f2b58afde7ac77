internal import SQLite

/// Where the ways from a name to those that it is short for end.
final class NameRoots {
    /// The keys in which the ways from a name end.
    enum Root: Equatable {
        case one(Int64)
        case several([Int64])
    }

    private let keys: NameKeys
    private let log: CorrectionLog
    private var known: [Int64: Root] = [:]

    init(_ keys: NameKeys, _ log: CorrectionLog) {
        self.keys = keys
        self.log = log
    }

    /// Names have come, or articles tie them in another way.
    func forget() { known.removeAll(keepingCapacity: true) }

    /// What was found on the way is kept: names that are short for each other in a long row have more ways from one to
    /// the next than can be gone.
    func root(of key: NameKey) throws(SQLiteError) -> Root {
        if let root = known[key.id] { return root }
        var ends: [Int64] = []
        for next in try longerNames(of: key) {
            switch try root(of: next) {
            case .one(let end): if !ends.contains(end) { ends.append(end) }
            case .several(let several): ends += several.filter { !ends.contains($0) }
            }
        }
        let root: Root = ends.isEmpty ? .one(key.id) : ends.count == 1 ? .one(ends[0]) : .several(ends)
        known[key.id] = root
        return root
    }

    private func longerNames(of key: NameKey) throws(SQLiteError) -> [NameKey] {
        let takesForms = key.legalForm.isEmpty && !IdentityKey.standsAlone(key.normalized)
        let found = try keys.longerNames(of: key, takesForms: takesForms)
        // Asked last: the register is only made where two names meet.
        let isRegistered =
            found.contains { $0.normalized != key.normalized } && Register.shared.holds(key.normalized)
        return found.filter { other in
            (!isRegistered || other.normalized == key.normalized)
                && !log.parted.contains(NamePair(key.identity, other.identity))
        }
    }
}
