/// Characters that a terminal acts on instead of showing: articles are other people's text, and must not
/// move the cursor, change the title of the window or turn the reading direction.
enum ControlCharacters {
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x2028, 0x2029: true  // line and paragraph separators
        case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true  // marks, embeddings, overrides, isolates
        default: false
        }
    }

    /// `text` with each control character shown as a picture (`␛`) or as `�`. Line ends and tabs stay
    /// where `keepingLines` is set, and are a space otherwise.
    static func shown(_ text: String, keepingLines: Bool = false) -> String {
        guard text.unicodeScalars.contains(where: contains) else { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if !contains(scalar) {
                out.append(scalar)
            } else if scalar == "\n" || scalar == "\t" || scalar == "\r" {
                out.append(keepingLines ? scalar : " ")
            } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
                out.append(picture)
            } else {
                out.append("\u{FFFD}")
            }
        }
        return String(out)
    }
}
