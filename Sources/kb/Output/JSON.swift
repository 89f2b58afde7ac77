/// A JSON value whose objects keep the order of their keys, so that output is stable and reads well.
enum JSON: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([Member])
    /// What is JSON already.
    case written(String)

    struct Member: Sendable, Equatable {
        var key: String
        var value: JSON
    }

    init(stringLiteral value: String) { self = .string(value) }

    init(dictionaryLiteral members: (String, JSON)...) {
        self = .object(members.map { Member(key: $0.0, value: $0.1) })
    }

    static func string(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }
    static func int(_ number: Int?) -> JSON { number.map { .int($0) } ?? .null }
    static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

    /// A number; one without a fraction is written as an integer.
    static func number(_ number: Double?) -> JSON {
        guard let number, number.isFinite else { return .null }
        if number == number.rounded(), let whole = Int(exactly: number), abs(whole) < 1 << 53 { return .int(whole) }
        return .double(number)
    }

    /// A share between 0 and 1, to three digits: the same on every machine.
    static func share(_ number: Double) -> JSON { .number((number * 1000).rounded() / 1000) }

    subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }
}

extension JSON {
    /// The value as text: on one line, or with two spaces of indent a level.
    func text(pretty: Bool = false) -> String {
        var out = ""
        write(to: &out, indent: pretty ? 0 : nil)
        return out
    }

    private func write(to out: inout String, indent: Int?) {
        switch self {
        case .null: out += "null"
        case .bool(let value): out += value ? "true" : "false"
        case .int(let value): out += String(value)
        case .double(let value): out += value.isFinite ? "\(value)" : "null"
        case .string(let value): JSON.quote(value, to: &out)
        case .written(let json): out += json
        case .array(let values):
            JSON.list(values, "[", "]", to: &out, indent: indent) { $0.write(to: &$1, indent: $2) }
        case .object(let members):
            JSON.list(members, "{", "}", to: &out, indent: indent) {
                JSON.quote($0.key, to: &$1)
                $1 += $2 == nil ? ":" : ": "
                $0.value.write(to: &$1, indent: $2)
            }
        }
    }

    private static func list<T>(
        _ items: [T], _ open: String, _ close: String, to out: inout String, indent: Int?,
        item: (T, inout String, Int?) -> Void
    ) {
        out += open
        for (index, element) in items.enumerated() {
            if index > 0 { out += "," }
            if let indent { out += "\n" + String(repeating: "  ", count: indent + 1) }
            item(element, &out, indent.map { $0 + 1 })
        }
        if let indent, !items.isEmpty { out += "\n" + String(repeating: "  ", count: indent) }
        out += close
    }

    /// Writes `text` as a JSON string. Control characters are escaped, those above ASCII too, because a
    /// terminal may act on them.
    private static func quote(_ text: String, to out: inout String) {
        out += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if ControlCharacters.contains(scalar) {
                    let hex = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        out += "\""
    }
}
