import Foundation

/// Checks values against the part of JSON Schema that data/schemas uses.
struct JSONSchema {
    private let root: [String: Any]

    init(_ name: String) throws {
        let file = Workplace.project.appendingPathComponent("data/schemas/\(name).json")
        root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    }

    /// What is wrong with `value`; empty where nothing is.
    func faults(in value: Any) -> [String] {
        faults(value, root, at: "$")
    }

    private static let known: Set<String> = [
        "$schema", "$defs", "$ref", "title", "description", "type", "required", "additionalProperties", "properties",
        "items", "enum", "anyOf", "pattern", "minimum", "maximum",
    ]

    private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        let unknown = Set(schema.keys).subtracting(Self.known)
        guard unknown.isEmpty else { return ["\(path): the test does not know \(unknown)"] }
        if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last {
            let definitions = root["$defs"] as? [String: [String: Any]]
            return definitions?[String(name)].map { faults(value, $0, at: path) } ?? ["\(path): no \(reference)"]
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            let all = choices.map { faults(value, $0, at: path) }
            return all.contains(where: \.isEmpty) ? [] : all.flatMap { $0 }
        }
        return typeFaults(value, schema, path) + numberFaults(value, schema, path) + textFaults(value, schema, path)
            + memberFaults(value, schema, path)
    }

    private func typeFaults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        if let allowed = schema["enum"] as? [Any] {
            let isAllowed = allowed.contains { ($0 as? NSObject) == (value as? NSObject) }
            return isAllowed ? [] : ["\(path): \(value) is none of \(allowed)"]
        }
        let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
        let type = Self.type(of: value)
        return types.contains(type) || type == "integer" && types.contains("number")
            ? [] : ["\(path): \(type), not \(types)"]
    }

    private func numberFaults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        guard let number = (value as? NSNumber)?.doubleValue else { return [] }
        let isTooSmall = (schema["minimum"] as? Double).map { number < $0 } ?? false
        let isTooLarge = (schema["maximum"] as? Double).map { number > $0 } ?? false
        return isTooSmall || isTooLarge ? ["\(path): \(number) is out of range"] : []
    }

    private func textFaults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        guard let text = value as? String, let pattern = schema["pattern"] as? String else { return [] }
        return text.range(of: pattern, options: .regularExpression) == nil ? ["\(path): \(text)"] : []
    }

    private func memberFaults(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        if let items = value as? [Any], let item = schema["items"] as? [String: Any] {
            return items.enumerated().flatMap { faults($1, item, at: "\(path)[\($0)]") }
        }
        // An object whose members are not described may have any.
        guard let members = value as? [String: Any], let properties = schema["properties"] as? [String: [String: Any]]
        else { return [] }
        let missing = (schema["required"] as? [String] ?? []).filter { members[$0] == nil }
        let others = schema["additionalProperties"] as? [String: Any]
        return missing.map { "\(path): no \($0)" }
            + members.flatMap { key, member in
                (properties[key] ?? others).map { faults(member, $0, at: "\(path).\(key)") }
                    ?? ["\(path): unknown key \(key)"]
            }
    }

    private static func type(of value: Any) -> String {
        switch value {
        case is NSNull: return "null"
        case is String: return "string"
        case is [Any]: return "array"
        case is [String: Any]: return "object"
        case let number as NSNumber:
            if String(cString: number.objCType) == "c" { return "boolean" }
            return number.doubleValue == number.doubleValue.rounded() ? "integer" : "number"
        default: return "unknown"
        }
    }
}
