/// One line of the result: a measure of kb beside that of another program.
struct Row: Encodable {
    var what: String
    /// `s`, `ms`, `MB`, `MB/s`.
    var unit: String
    var kb: Double?
    var peer: String
    var peerValue: Double?
    /// kb over the peer: the median over the rounds.
    var ratio: Double?
    var goal: Goal?
    /// What else to know, such as that the peer is absent.
    var note: String?

    enum Goal: Encodable {
        case ratioAtMost(Double)
        case ratioAtLeast(Double)
        case atMost(Double)
    }

    init(
        _ what: String, unit: String, kb: Series, peer: String = "", other: Series? = nil, goal: Goal? = nil,
        note: String? = nil
    ) {
        self.what = what
        self.unit = unit
        self.kb = kb.median
        self.peer = peer
        peerValue = other?.median
        ratio = other.map { kb.paired(with: $0).median }
        self.goal = goal
        self.note = note
    }

    /// A peer that is not there.
    init(_ what: String, absent peer: String) {
        self.what = what
        self.peer = peer
        unit = ""
        note = "not installed"
    }

    /// Whether the goal is met; nil where there is none.
    var isMet: Bool? {
        switch goal {
        case .ratioAtMost(let limit): ratio.map { $0 <= limit }
        case .ratioAtLeast(let limit): ratio.map { $0 >= limit }
        case .atMost(let limit): kb.map { $0 <= limit }
        case nil: nil
        }
    }

    private enum CodingKeys: String, CodingKey {
        case what, unit, kb, peer, peerValue = "peer_value", ratio, goal, met, note
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(what, forKey: .what)
        try object.encode(unit, forKey: .unit)
        try object.encode(kb, forKey: .kb)
        try object.encode(peer, forKey: .peer)
        try object.encode(peerValue, forKey: .peerValue)
        try object.encode(ratio, forKey: .ratio)
        try object.encode(goalText, forKey: .goal)
        try object.encode(isMet, forKey: .met)
        try object.encode(note, forKey: .note)
    }

    var goalText: String? {
        switch goal {
        case .ratioAtMost(let limit): "≤ \(Row.digits(limit)) ×"
        case .ratioAtLeast(let limit): "≥ \(Row.digits(limit)) ×"
        case .atMost(let limit): "≤ \(Row.digits(limit)) \(unit)"
        case nil: nil
        }
    }

    /// Three significant digits, as far as there are any.
    static func digits(_ value: Double) -> String {
        let scale = abs(value) >= 100 ? 1.0 : abs(value) >= 10 ? 10 : 100
        let rounded = (value * scale).rounded() / scale
        return rounded == rounded.rounded() ? String(Int(rounded)) : String(rounded)
    }
}
