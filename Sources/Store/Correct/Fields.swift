internal import SQLite

/// A JSON value as SQLite reads it: texts and numbers by their path, `$.parties[0].company`.
struct Fields {
    private var texts: [String: String] = [:]

    /// - Throws: where `json` is none.
    init(_ json: String, _ database: Database) throws(SQLiteError) {
        let rows = try database.rows(
            // SQLite writes a key with other signs than letters and digits in quotes: `$."only_one"`. None of kb's has any.
            "SELECT replace(fullkey, '\"', ''), CAST(atom AS TEXT) FROM json_tree(?1) WHERE atom IS NOT NULL", [json],
            as: String.self, String.self)
        for (path, text) in rows { texts[path] = text }
    }

    func text(_ path: String) -> String? { texts[path] }

    func number(_ path: String) -> Int? { texts[path].flatMap { Int($0) } }

    /// The texts of an array; a text alone is an array of one.
    func list(_ path: String) -> [String] {
        if let text = texts[path] { return [text] }
        return indices(path, "").compactMap { texts["\(path)[\($0)]"] }
    }

    /// The indices of the array at `path` that have something at `member`.
    func indices(_ path: String, _ member: String) -> Range<Int> {
        var count = 0
        while texts["\(path)[\(count)]\(member)"] != nil { count += 1 }
        return 0..<count
    }
}

/// JSON as text, from parts that are JSON already.
enum JSONText {
    static func quoted(_ text: String) -> String {
        var json = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\":
                json += "\\"
                json.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let hex = String(scalar.value, radix: 16)
                json += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: json.unicodeScalars.append(scalar)
            }
        }
        return json + "\""
    }

    static func array(_ texts: [String]) -> String { "[" + texts.map(quoted).joined(separator: ",") + "]" }

    static func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }

    /// An object of the members that are not nil.
    static func object(_ members: [(String, String?)]) -> String {
        "{" + members.compactMap { key, value in value.map { quoted(key) + ":" + $0 } }.joined(separator: ",") + "}"
    }
}
