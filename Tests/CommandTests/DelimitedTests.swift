import Testing

@testable import kb

@Suite struct DelimitedTests {
    @Test func csvQuotesWhatNeedsIt() {
        #expect(
            Delimited.csv(["plain", "a,b", "say \"x\"", "two\nlines", ""])
                == "plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",")
    }

    @Test func tsvStaysOnOneLine() {
        #expect(Delimited.tsv(["a\tb", "c\nd", "e\\"]) == "a\\tb\tc\\nd\te\\\\")
    }

    @Test func markdownIsInert() {
        #expect(Delimited.markdownText("a|b <b>*x*</b>") == "a\\|b &lt;b&gt;\\*x\\*&lt;/b&gt;")
    }

    @Test func nestedRecordsBecomeFields() {
        let record: JSON = ["id": .int(1), "agreement": ["kind": "supply", "parties": .strings(["A", "B"])]]
        let header = Delimited.header(record)
        #expect(header == ["id", "agreement_kind", "agreement_parties"])
        #expect(Delimited.values(record, header) == ["1", "supply", "A; B"])
        #expect(Delimited.values(["id": .int(2), "agreement": .null], header) == ["2", "", ""])
    }
}
