/// Rows in aligned columns, fitted to the width of the terminal: text that is too long is wrapped in its
/// column, and where there is no room for columns, each row is a list.
struct Table {
    struct Column {
        var title: String
        var isNumber = false
        /// A column that never gets narrower than its content.
        var isFixed = false
        /// It is left out where the terminal has no room for it.
        var isOptional = false
        /// It gives way down to this width.
        var least = 12
        /// What a person reads keeps this many times the room of what labels it.
        var weight = 1
    }

    /// A cell has one or more lines; a line may be wrapped into several.
    typealias Cell = [StyledText]

    var columns: [Column]
    var rows: [[Cell]] = []
    /// An empty line after rows of more than one line makes them easier to tell apart.
    var isSpaced = false

    /// Spaces between two columns.
    private static let gap = 2

    /// The table, without columns that no row fills, as lines of text.
    func rendered(for terminal: Terminal) -> String {
        var table = withoutEmptyColumns
        while let limit = terminal.width, table.leastWidth > limit {
            guard let last = table.columns.lastIndex(where: \.isOptional) else {
                return withoutEmptyColumns.listed(for: terminal)
            }
            table.columns.remove(at: last)
            for row in table.rows.indices { table.rows[row].remove(at: last) }
        }
        return table.laidOut(for: terminal)
    }

    /// A row under the other, each cell beside the title of its column.
    private func listed(for terminal: Terminal) -> String {
        rows.map { row in
            var list = Table(columns: [.init(title: "", isFixed: true), .init(title: "", least: 1)])
            list.rows = zip(columns, row).filter { $1.contains { !$0.isEmpty } }.map { column, cell in
                [[StyledText(column.title, .dim)], cell]
            }
            return list.laidOut(for: terminal)
        }.joined(separator: "\n")
    }

    var withoutEmptyColumns: Table {
        let filled = columns.indices.filter { column in rows.contains { $0[column].contains { !$0.isEmpty } } }
        var table = self
        table.columns = filled.map { columns[$0] }
        table.rows = rows.map { row in filled.map { row[$0] } }
        return table
    }

    private func laidOut(for terminal: Terminal) -> String {
        let widths = fitted(to: terminal.width)
        var out = ""
        let titles = zip(columns, widths).map { pad([StyledText($0.title, .dim)], $1, $0.isNumber)[0] }
        if columns.contains(where: { !$0.title.isEmpty }) { append(titles, to: &out, terminal) }
        for row in rows {
            let cells = zip(row, widths).map { cell, width in cell.flatMap { $0.wrapped(to: width) } }
            let height = cells.map(\.count).max() ?? 0
            let padded = cells.indices.map { pad(cells[$0], widths[$0], columns[$0].isNumber, height: height) }
            if isSpaced, !out.isEmpty { out += "\n" }
            for line in 0..<height { append(padded.map { $0[line] }, to: &out, terminal) }
        }
        return out
    }

    private func append(
        _ cells: [(text: StyledText, left: Int, right: Int)], to out: inout String, _ terminal: Terminal
    ) {
        // Spaces are written once something follows them.
        var pending = 0
        for cell in cells {
            pending += cell.left
            if !cell.text.isEmpty {
                out += String(decoding: [UInt8](repeating: 0x20, count: pending), as: UTF8.self)
                out += cell.text.rendered(for: terminal)
                pending = 0
            }
            pending += cell.right + Table.gap
        }
        out += "\n"
    }

    private func pad(
        _ lines: [StyledText], _ width: Int, _ isNumber: Bool, height: Int = 1
    ) -> [(text: StyledText, left: Int, right: Int)] {
        (0..<height).map { index in
            let text = index < lines.count ? lines[index] : ""
            let space = max(0, width - text.width)
            return (text, isNumber ? space : 0, isNumber ? 0 : space)
        }
    }

    /// The columns as wide as their content.
    private var fullWidths: [Int] {
        columns.indices.map { column in
            rows.reduce(DisplayWidth.of(columns[column].title)) { width, row in
                max(width, row[column].map(\.width).max() ?? 0)
            }
        }
    }

    /// How narrow the columns may get.
    private var leastWidths: [Int] {
        zip(columns, fullWidths).map { column, width in
            column.isFixed || column.isNumber ? width : min(width, column.least)
        }
    }

    private var leastWidth: Int { leastWidths.reduce(0, +) + gaps }

    /// The room between the columns.
    private var gaps: Int { Table.gap * (columns.count - 1) }

    /// Widths of the columns: as wide as their content, and where that does not fit the terminal, the widest
    /// columns for their weight give way first.
    private func fitted(to limit: Int?) -> [Int] {
        var widths = fullWidths
        guard let limit else { return widths }
        let least = leastWidths
        var excess = widths.reduce(0, +) + gaps - limit
        while excess > 0 {
            let widest = widths.indices.filter { widths[$0] > least[$0] }
                .max { widths[$0] * columns[$1].weight < widths[$1] * columns[$0].weight }
            guard let widest else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }
}
