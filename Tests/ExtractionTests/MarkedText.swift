import Model
import Reading

@testable import Extraction

/// Text whose companies and clauses are marked.
struct MarkedText {
    private(set) var text = ""
    private(set) var companies: [Extraction.Company] = []
    private(set) var clauses: [Extraction.Clause] = []

    /// The text, read as an article.
    func article() throws -> Article { try Reader().read(Array(text.utf8), source: "") }

    /// The text with its companies, as agreements are looked for in it.
    func deal(_ lexicon: DealLexicon) throws -> DealText {
        try DealText(TokenizedText(article()), companies, lexicon)
    }

    init(_ marked: String) {
        var rest = Substring(marked)
        var open: (type: String, start: Int)?
        while let character = rest.first {
            switch character {
            case "[":
                let name = String(rest.dropFirst().prefix { $0 != "]" })
                let range = TextRange(text.utf8.count, text.utf8.count + name.utf8.count)
                let index = companies.firstIndex { $0.name == name } ?? companies.count
                if index == companies.count { companies.append(Extraction.Company(name: name)) }
                companies[index].mentions.append(range)
                text += name
                rest = rest.dropFirst(name.count + 2)
            case "{":
                let type = String(rest.dropFirst().prefix { $0 != ":" })
                open = (type, text.utf8.count)
                rest = rest.dropFirst(type.count + 3)
            case "}":
                if let open {
                    clauses.append(
                        Extraction.Clause(
                            type: ClauseType(rawValue: open.type), quote: TextRange(open.start, text.utf8.count)))
                }
                open = nil
                rest = rest.dropFirst()
            default:
                text.append(character)
                rest = rest.dropFirst()
            }
        }
    }
}
