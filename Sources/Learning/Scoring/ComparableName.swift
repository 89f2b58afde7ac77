internal import Foundation

/// A company name as the score compares it: without case, accents, punctuation, tickers and legal suffixes.
package enum ComparableName {
    package static func of(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        var closing = false  // inside a ticker: `<MSFT>`, `(NYSE: ORCL)`
        let decomposed = Array(name.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars)
        for (index, scalar) in decomposed.enumerated() {
            if closing {
                closing = !(scalar == ">" || scalar == ")")
            } else if scalar == "<" || scalar == "(", decomposed[index...].contains(where: { $0 == ">" || $0 == ")" }) {
                closing = true
                scalars.append(" ")
            } else if scalar == "&" {
                scalars.append(contentsOf: " and ".unicodeScalars)
            } else if scalar.properties.canonicalCombiningClass == .notReordered, !dropped.contains(scalar) {
                scalars.append(isWordCharacter(scalar) ? scalar : " ")
            }
        }
        let words = String(scalars).split(separator: " ").map(String.init)
        let kept = words.filter { !suffixes.contains($0) }
        return (kept.isEmpty ? words : kept).joined(separator: " ")
    }

    private static let dropped: Set<Unicode.Scalar> = [".", "'", "’"]

    private static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: scalar == "_"
        }
    }

    /// Words that do not tell companies apart; part of how the score is defined.
    private static let suffixes: Set<String> = [
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "plc",
        "ag",
        "sa", "nv", "bv", "gmbh", "spa", "ab", "oy", "oyj", "asa", "as", "kk", "pty", "se", "kgaa", "group", "holdings",
        "holding", "cos", "companies", "the", "pbc", "gk", "kabushiki", "kaisha",
    ]
}
