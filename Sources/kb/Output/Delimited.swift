/// Records as lines of fields: CSV after RFC 4180, TSV, or a Markdown table.
enum Delimited {
    /// The names of the fields: keys of the records, those of an object inside a record with its own key
    /// in front (`agreement_kind`).
    static func header(_ record: JSON) -> [String] {
        fields(record).map(\.key)
    }

    /// The values of the fields that `header` names; empty where the record has none of that name.
    static func values(_ record: JSON, _ header: [String]) -> [String] {
        let fields = fields(record)
        return header.map { key in fields.first { $0.key == key }.map { plain($0.value) } ?? "" }
    }

    static func csv(_ fields: [String]) -> String {
        fields.map { field in
            guard field.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
                return field
            }
            return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\""
        }.joined(separator: ",")
    }

    /// Backslash, tab and line ends are written as `\\`, `\t`, `\n` and `\r`.
    static func tsv(_ fields: [String]) -> String {
        fields.map { escaped($0) { tsvEscapes[$0] } }.joined(separator: "\t")
    }

    /// `text` on one line, without anything that Markdown or HTML would act on.
    static func markdownText(_ text: String) -> String {
        escaped(text) { markdownEscapes[$0] }
    }

    private static let tsvEscapes: [Unicode.Scalar: String] = ["\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"]

    private static let markdownEscapes: [Unicode.Scalar: String] = [
        "\\": "\\\\", "|": "\\|", "*": "\\*", "_": "\\_", "`": "\\`", "<": "&lt;", ">": "&gt;", "&": "&amp;",
        "[": "\\[", "]": "\\]", "\n": " ", "\r": " ", "\t": " ",
    ]

    private static func escaped(_ text: String, _ escape: (Unicode.Scalar) -> String?) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            if let replacement = escape(scalar) { out += replacement } else { out.unicodeScalars.append(scalar) }
        }
        return out
    }

    private static func fields(_ record: JSON) -> [JSON.Member] {
        guard case .object(let members) = record else { return [] }
        return members.flatMap { member -> [JSON.Member] in
            guard case .object(let inner) = member.value else { return [member] }
            return inner.map { JSON.Member(key: "\(member.key)_\($0.key)", value: $0.value) }
        }
    }

    private static func plain(_ value: JSON) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .array(let values): values.map(plain).joined(separator: "; ")
        case .bool, .int, .double, .object, .written: value.text()
        }
    }
}
