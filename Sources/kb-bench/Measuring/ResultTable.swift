internal import Foundation

/// Prints the rows.
enum ResultTable {
    static func text(_ rows: [Row]) -> String {
        let header = ["what", "kb", "floor or peer", "ratio", "goal", ""]
        let cells = [header] + rows.map(cells)
        let widths = header.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { line in
            zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    static func json(_ rows: [Row]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(rows), as: UTF8.self)
    }

    private static func cells(_ row: Row) -> [String] {
        func value(_ number: Double?) -> String { number.map { "\(Row.digits($0)) \(row.unit)" } ?? "" }
        let peer = [value(row.peerValue), row.peer].filter { !$0.isEmpty }.joined(separator: " ")
        let verdict = row.isMet.map { $0 ? "met" : "MISSED" } ?? ""
        return [
            row.what, value(row.kb), peer, row.ratio.map { "\(Row.digits($0)) ×" } ?? "", row.goalText ?? "",
            [verdict, row.note ?? ""].filter { !$0.isEmpty }.joined(separator: "; "),
        ]
    }
}
