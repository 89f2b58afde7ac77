import Testing

/// What the shells offer when the user presses Tab.
@Suite struct CompletionTests {
    @Test(arguments: ["bash", "zsh", "fish"]) func everyShellKnowsTheFixedValues(_ shell: String) throws {
        let script = try Workplace().kb(["--generate-completion-script", shell]).text
        for values in [
            ["table", "json", "jsonl", "csv", "tsv", "markdown", "html"], ["dot", "mermaid", "svg", "graphml"],
            ["score", "date", "amount"], ["clauses", "text", "both"], ["obligor", "beneficiary"],
            ["stated", "reaffirmed", "changed", "ended", "proposed", "denied"],
            ["rumored", "proposed", "signed", "in-force", "completed", "ended", "rejected"],
        ] {
            let lists = script.split(separator: "\n").filter { line in values.allSatisfy(line.contains) }
            #expect(!lists.isEmpty, "\(values)")
        }
        for option in ["type", "kind", "company", "with"] {
            #expect(script.contains("---completion query -- --\(option)"), "\(option)")
        }
        #expect(script.contains("---completion timeline -- positional@0"))
        #expect(script.contains("---completion show company -- positional@0"))
    }

    private func offered(_ option: String, _ words: [String], in place: Workplace) throws -> [String] {
        // The place of the word under the cursor among the words, and of the cursor in it, as a shell gives them.
        let last = words.last ?? ""
        let cursor = ["\(words.count)", "\(last.utf8.count)"]
        return try place.kb(["---completion", "query", "--", option] + cursor + ["kb"] + words).text
            .split(separator: "\n").map(String.init)
    }

    @Test func typesAndKindsAreOffered() throws {
        let place = try Workplace()
        let types = try offered("--type", ["query", "--type", ""], in: place)
        #expect(types.first == "exclusivity" && types.contains("non-compete") && types.contains("money"))
        #expect(Set(types).count == types.count)
        #expect(try offered("--kind", ["query", "--kind", ""], in: place).contains("joint-venture"))
    }

    @Test func companiesOfTheDatabaseAreOffered() throws {
        let place = try Workplace()
        try place.kb(["ingest", "samples/microsoft-openai.txt", "--db", "other.db"])
        let words = ["query", "--db", "other.db", "--company", "micro"]
        #expect(try offered("--company", words, in: place) == ["Microsoft"])
        #expect(try offered("--company", ["query", "--company", "micro"], in: place) == [])
    }
}
