import Extraction
import Model
import Reading
import Testing

/// Checks that exactly the marked names of `marked` are found as companies.
///
/// `«Acme Corp»` marks the place of a name, `«Acme=Acme Corp»` one that belongs to the company of that name; a
/// company's name is the longest of its marks or the one after `=`. Unmarked names are none.
func expectCompanies(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let (text, expected) = unmark(marked)
    let article = try Reader().read([UInt8](text.utf8), source: "test.txt")
    let finder = try #require(NameFinder())
    let companies = finder.find(in: TokenizedText(article))
    let found = Set(companies.map { Set([$0.name] + $0.aliases) })
    #expect(found == expected, "in: \(text)", sourceLocation: sourceLocation)
}

/// The text without marks, and the sets of forms of its companies.
private func unmark(_ marked: String) -> (String, Set<Set<String>>) {
    var text = ""
    var forms: [String: Set<String>] = [:]
    for (index, part) in marked.split(separator: "«", omittingEmptySubsequences: false).enumerated() {
        guard index > 0, let end = part.firstIndex(of: "»") else {
            text += part
            continue
        }
        let mark = part[..<end].split(separator: "=", maxSplits: 1).map(String.init)
        forms[mark[mark.count - 1], default: []].insert(mark[0])
        text += mark[0] + part[part.index(after: end)...]
    }
    return (text, Set(forms.values))
}
