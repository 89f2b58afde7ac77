import Testing

@testable import Extraction

@Test(arguments: [
    ["supply", "supplies", "supplied", "supplier", "suppliers"],
    ["terminate", "terminated", "terminates", "termination"],
    ["exclusive", "exclusivity", "exclusively"],
    ["distribute", "distribution", "distributor"],
    ["license", "licences", "licensed", "licensee"],
    ["pay", "paid", "pays", "payment"],
    ["cancel", "cancelled", "cancels"],
])
func formsOfAWordMeet(forms: [String]) {
    let stems = Set(forms.map { ClauseLexicon.shared.stem($0) })
    #expect(stems.count == 1, "\(forms)")
}

@Test(arguments: [("cell", "sell"), ("price", "pride"), ("sole", "solve"), ("use", "us")])
func otherWordsStayApart(first: String, second: String) {
    #expect(ClauseLexicon.shared.stem(first) != ClauseLexicon.shared.stem(second))
}
