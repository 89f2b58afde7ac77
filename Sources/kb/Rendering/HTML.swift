/// Text in HTML and XML.
enum HTML {
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\n", "\t": out.unicodeScalars.append(scalar)
            default: out += ControlCharacters.contains(scalar) ? "\u{FFFD}" : String(scalar)
            }
        }
        return out
    }
}
