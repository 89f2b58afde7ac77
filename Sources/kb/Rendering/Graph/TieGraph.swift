import ArgumentParser
import Model

/// Who is tied to whom: companies, and the agreements between them.
struct TieGraph {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case dot, mermaid, svg, graphml, json
    }

    let companies: [String]
    let agreements: [AgreementRecord]

    init(_ agreements: [AgreementRecord]) {
        self.agreements = agreements.filter { !$0.parties.isEmpty }
        var seen: Set<String> = []
        companies = agreements.flatMap(\.parties).filter { seen.insert($0).inserted }
    }

    func write(as format: Format) throws {
        let out = Output.standard()
        switch format {
        case .dot: try out.write(dot)
        case .mermaid: try out.write(mermaid)
        case .svg: try Graphviz.drawSVG(dot)
        case .graphml: try out.write(graphML)
        case .json: try out.line(json.text(pretty: true))
        }
        try out.flush()
    }

    /// The number by which a company is known in the drawing.
    private var numbers: [String: Int] {
        Dictionary(uniqueKeysWithValues: companies.enumerated().map { ($1, $0) })
    }

    /// An agreement of two is a line between them; one of more, or of one, is a point with lines to all.
    private var dot: String {
        let numbers = numbers
        var lines = ["graph kb {"] + Self.look
        for (number, company) in companies.enumerated() {
            lines.append("  c\(number) [label=\(Self.quoted(company))];")
        }
        for agreement in agreements {
            let color = Self.color(agreement.status)
            let look = "label=\(Self.quoted(Self.label(agreement))), color=\"\(color)\", fontcolor=\"\(color)\""
            let ends = agreement.parties.compactMap { numbers[$0] }
            if ends.count == 2 {
                lines.append("  c\(ends[0]) -- c\(ends[1]) [\(look)];")
            } else {
                lines.append("  a\(agreement.id) [shape=ellipse, \(look)];")
                lines += ends.map { "  a\(agreement.id) -- c\($0) [color=\"\(color)\"];" }
            }
        }
        return (lines + ["}", ""]).joined(separator: "\n")
    }

    /// From left to right: so labels have room, and companies that nothing ties stand one below the other.
    private static let look = [
        "  graph [rankdir=LR, ranksep=1.2, nodesep=0.25];",
        "  node [shape=box, style=\"rounded,filled\", color=\"#9e9e9e\", fillcolor=\"#fafafa\", fontname=\"Helvetica\"];",
        "  edge [fontname=\"Helvetica\", fontsize=10, penwidth=1.5];",
    ]

    private var mermaid: String {
        let numbers = numbers
        var lines = ["graph LR"]
        var styles: [String] = []
        var edge = 0
        for (number, company) in companies.enumerated() { lines.append("  c\(number)[\"\(Self.entities(company))\"]") }
        for agreement in agreements {
            let label = Self.entities(Self.label(agreement))
            let ends = agreement.parties.compactMap { numbers[$0] }
            if ends.count == 2 {
                lines.append("  c\(ends[0]) ---|\"\(label)\"| c\(ends[1])")
            } else {
                lines.append("  a\(agreement.id)([\"\(label)\"])")
                lines += ends.map { "  a\(agreement.id) --- c\($0)" }
            }
            for _ in 0..<(ends.count == 2 ? 1 : ends.count) {
                styles.append("  linkStyle \(edge) stroke:\(Self.color(agreement.status))")
                edge += 1
            }
        }
        return (lines + styles + [""]).joined(separator: "\n")
    }

    private var graphML: String {
        let numbers = numbers
        var lines = [
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
            "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">",
            "  <key id=\"name\" for=\"node\" attr.name=\"name\" attr.type=\"string\"/>",
            "  <key id=\"kind\" for=\"all\" attr.name=\"kind\" attr.type=\"string\"/>",
            "  <key id=\"status\" for=\"all\" attr.name=\"status\" attr.type=\"string\"/>",
            "  <graph edgedefault=\"undirected\">",
        ]
        for (number, company) in companies.enumerated() {
            lines.append("    <node id=\"c\(number)\"><data key=\"name\">\(HTML.escaped(company))</data></node>")
        }
        for agreement in agreements {
            let data =
                "<data key=\"kind\">\(HTML.escaped(agreement.kind.rawValue))</data>"
                + "<data key=\"status\">\(agreement.status.rawValue)</data>"
            let ends = agreement.parties.compactMap { numbers[$0] }
            if ends.count == 2 {
                lines.append(
                    "    <edge id=\"a\(agreement.id)\" source=\"c\(ends[0])\" target=\"c\(ends[1])\">\(data)</edge>")
            } else {
                lines.append("    <node id=\"a\(agreement.id)\">\(data)</node>")
                lines += ends.map { "    <edge source=\"a\(agreement.id)\" target=\"c\($0)\"/>" }
            }
        }
        return (lines + ["  </graph>", "</graphml>", ""]).joined(separator: "\n")
    }

    private var json: JSON {
        ["companies": .strings(companies), "agreements": .array(agreements.map(\.summary))]
    }

    private static func label(_ agreement: AgreementRecord) -> String {
        "\(agreement.kind.rawValue), \(Phrases.plain(agreement.status.rawValue))"
    }

    private static func color(_ status: AgreementStatus) -> String {
        switch status {
        case .inForce, .completed: "#2e7d32"
        case .signed: "#1565c0"
        case .rumored, .proposed: "#ef6c00"
        case .ended, .rejected: "#c62828"
        }
    }

    /// A string of the dot language.
    private static func quoted(_ text: String) -> String {
        "\"" + ControlCharacters.shown(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Text of a Mermaid label, whose quotation marks are written as entities.
    private static func entities(_ text: String) -> String {
        ControlCharacters.shown(text).replacing("#", with: "#35;").replacing("\"", with: "#quot;")
            .replacing("<", with: "#lt;").replacing(">", with: "#gt;")
    }
}
