internal import Foundation

/// Strange texts beside ones of half the length: twice the length may not cost more than twice the time.
struct StrangeTextMeasure {
    let setting: Setting

    /// Bytes of the longer one.
    private static let length = 2_000_000

    func rows() throws -> [Row] {
        try StrangeText.allCases.flatMap { kind in
            let half = try file(kind, Self.length / 2), whole = try file(kind, Self.length)
            var times: [[Child]] = []
            for round in 1...setting.runs {
                Setting.progress("\(kind.rawValue), round \(round) of \(setting.runs)")
                times.append(try [half, whole].map(ingest))
            }
            func series(_ index: Int, _ value: (Child) -> Double) -> Series { Series(times.map { value($0[index]) }) }
            return [
                Row(
                    "\(kind.rawValue), 2 MB, CPU", unit: "s", kb: series(1, \.processor), peer: "kb, 1 MB",
                    other: series(0, \.processor), goal: .ratioAtMost(2.3)),
                Row(
                    "\(kind.rawValue), 2 MB, peak memory", unit: "MB", kb: series(1) { $0.peakMemory / 1e6 },
                    peer: "kb, 1 MB", other: series(0) { $0.peakMemory / 1e6 }, goal: .ratioAtMost(2.3)),
            ]
        }
    }

    private func file(_ kind: StrangeText, _ count: Int) throws -> String {
        let path = setting.path("strange-\(kind)-\(count).txt")
        if !FileManager.default.fileExists(atPath: path) {
            try Data(kind.bytes(count)).write(to: URL(fileURLWithPath: path))
        }
        return path
    }

    private func ingest(_ file: String) throws -> Child {
        let database = setting.path("strange.db")
        setting.removeDatabase(database)
        return try Child.run([setting.kb, "ingest", "--db", database, file])
    }
}
