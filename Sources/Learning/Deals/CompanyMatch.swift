internal import Extraction
internal import Model

/// Finds the companies of an answer among those that were found, by any form of their names.
enum CompanyMatch {
    /// Legal suffixes and the like, which the comparison sets aside.
    private static let silent: Set<String> = [
        "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "llc", "llp", "lp", "plc", "ag", "sa",
        "nv", "bv", "gmbh", "spa", "ab", "oy", "oyj", "asa", "as", "kk", "pty", "se", "kgaa", "group", "holdings", "holding",
        "cos", "companies", "the", "pbc", "gk", "kabushiki", "kaisha",
    ]

    /// Index into `companies` by the name in the answer.
    static func places(of answer: AnnotatedArticle.Answer, in companies: [Extraction.Company]) -> [String: Int] {
        var found: [String: Int] = [:]
        for (index, company) in companies.enumerated() {
            for form in [company.name] + company.aliases where found[key(form)] == nil { found[key(form)] = index }
        }
        var places: [String: Int] = [:]
        for company in answer.companies {
            places[company.name] = ([company.name] + company.aliases).lazy.compactMap { found[key($0)] }.first
        }
        return places
    }

    /// A name without case, marks, punctuation and legal suffixes.
    static func key(_ name: String) -> String {
        var bare = ""
        var depth = 0
        for character in Folding.shared.fold(name) {
            if character == "<" || character == "(" { depth += 1 } else if character == ">" || character == ")" { depth -= 1 }
            else if depth == 0, character != ".", character != "'", character != "’" {
                bare.append(character.isLetter || character.isNumber ? character : " ")
            }
        }
        let words = bare.split(separator: " ").map(String.init)
        let kept = words.filter { !silent.contains($0) }
        return (kept.isEmpty ? words : kept).joined(separator: " ")
    }
}
