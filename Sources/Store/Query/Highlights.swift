internal import Model
internal import SQLite

/// Finds which words of a hit matched, as FTS5 tells it.
final class Highlights {
    enum Index { case clause, sentence }

    private let select: Statement
    private let match: String
    private static let opening: UInt8 = 0x02
    private static let closing: UInt8 = 0x03

    init(_ database: Database, of index: Index, _ match: String) throws(SQLiteError) {
        self.match = match
        select =
            switch index {
            case .clause:
                try Statement(
                    database,
                    """
                    SELECT highlight(clause_fts, 0, char(2), char(3)) FROM clause_fts
                    WHERE clause_fts MATCH ?1 AND rowid = ?2
                    """)
            case .sentence:
                try Statement(
                    database,
                    """
                    SELECT highlight(sentence_fts, 0, char(2), char(3)) FROM sentence_fts
                    WHERE sentence_fts MATCH ?1 AND rowid = ?2
                    """)
            }
    }

    /// What matched in `text`, the first column of `row`, in its UTF-8 bytes.
    func ranges(in text: String, row: Int64) throws(SQLiteError) -> [TextRange] {
        try select.bind(match, at: 1)
        try select.bind(row, at: 2)
        guard let marked = try select.values(as: String.self).first else { return [] }
        return Self.ranges(in: text, marked: marked)
    }

    /// Compares the text with the marked one: a mark that the text does not have itself begins or ends a range.
    static func ranges(in text: String, marked: String) -> [TextRange] {
        let plain = Array(text.utf8)
        var ranges: [TextRange] = []
        var start: Int?
        var offset = 0
        for byte in marked.utf8 {
            if offset < plain.count, plain[offset] == byte {
                offset += 1
            } else if byte == opening {
                start = offset
            } else if byte == closing, let begun = start {
                if begun < offset { ranges.append(TextRange(begun, offset)) }
                start = nil
            }
        }
        return ranges
    }
}
