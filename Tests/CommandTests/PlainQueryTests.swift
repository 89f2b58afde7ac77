import Model
import Testing

@testable import kb

/// The queries that are read without the argument parser are read as it would.
@Suite struct PlainQueryTests {
    @Test(arguments: [
        ["exclusive", "rights"], ["\"revenue share\""], ["who can", "walk away"], [""],
        ["a", "--company", "Tarn AB", "--type", "supply", "--since", "2024-03", "--until", "2025"],
        ["a", "--kind", "license", "--limit", "3"], ["--company", "Tarn"], ["a", "-l", "0", "--db", "other.db"],
        ["a", "--format", "json", "--db", "x", "b"], ["help"],
    ])
    func asByTheParser(_ arguments: [String]) throws {
        let plain = try #require(PlainQuery.parsed(["query"] + arguments))
        let full = try #require(try KB.parsed(["query"] + arguments) as? QueryCommand)
        #expect(plain == full.request)
    }

    /// What is wrong, or rare, is left to the parser.
    @Test(arguments: [
        [], ["a", "--limit"], ["a", "--limit", "many"], ["a", "--limit", "-1"], ["a", "--since", "never"],
        ["a", "--explain"], ["a", "--type", "x", "--type", "y"], ["--", "a"], ["a", "--format", "xml"], ["--help"],
        ["a", "--company", "--type"], ["a", "--company=Tarn"], ["-a"],
    ])
    func whatIsNotPlain(_ arguments: [String]) {
        #expect(PlainQuery.parsed(["query"] + arguments) == nil)
    }

    @Test func otherCommands() {
        #expect(PlainQuery.parsed([]) == nil && PlainQuery.parsed(["companies"]) == nil)
    }
}
