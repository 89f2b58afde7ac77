/// British and American spellings of one word.
enum SpellingVariants {
    /// Endings and stems that the two write differently, in lower case.
    private static let pairs: [(String, String)] = [
        ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("ourite", "orite"), ("ise", "ize"),
        ("ises", "izes"), ("ised", "ized"), ("ising", "izing"), ("isation", "ization"), ("isations", "izations"),
        ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"), ("tre", "ter"), ("tres", "ters"), ("ence", "ense"),
        ("ences", "enses"), ("enced", "ensed"), ("ogue", "og"), ("ogues", "ogs"), ("lled", "led"), ("lling", "ling"),
        ("ller", "ler"), ("llation", "lation"), ("lment", "llment"), ("lments", "llments"), ("gement", "gment"),
        ("amme", "am"), ("ammes", "ams"), ("minium", "minum"), ("eque", "eck"), ("eques", "ecks"),
    ]

    /// Other spellings that `word` may have, itself left out. Some are no words at all; they find nothing.
    static func of(_ word: String) -> [String] {
        guard word.utf8.count > 4 else { return word == "grey" ? ["gray"] : word == "gray" ? ["grey"] : [] }
        var found: [String] = []
        for (british, american) in pairs {
            for (from, to) in [(british, american), (american, british)] where word.hasSuffix(from) {
                let rest = word.dropLast(from.count)
                if rest.count >= 3, let last = rest.unicodeScalars.last, !(to.hasPrefix("our") && last == "o") {
                    found.append(rest + to)
                }
            }
        }
        return found.filter { $0 != word }
    }
}
