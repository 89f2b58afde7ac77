/// Two commands, whole processes, run in turns.
struct CommandMeasure {
    var what: String
    var command: [String]
    var peer: String
    var peerCommand: [String]
    var goal: Row.Goal?

    func rows(rounds: Int) throws -> [Row] {
        try Child.run(command)
        try Child.run(peerCommand)
        var ours = Series(), theirs = Series()
        for _ in 0..<rounds {
            ours.add(try Child.run(command).wall * 1000)
            theirs.add(try Child.run(peerCommand).wall * 1000)
        }
        let note = "p95 \(Row.digits(ours.p95 / ours.median)) × the median"
        return [Row(what, unit: "ms", kb: ours, peer: peer, other: theirs, goal: goal, note: note)]
    }
}
