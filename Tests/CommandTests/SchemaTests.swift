import Foundation
import Testing

/// JSON answers have the form that data/schemas describes.
@Suite struct SchemaTests {
    @Test func answersHaveTheirForm() throws {
        let place = try Workplace()
        try place.kb(["ingest", "samples", "data/evaluation"])
        try place.kb(["clause", "set", "1", "status", "ended"])
        try place.kb(["agreement", "reject", "1"])
        let commands = [
            "query": ["query", "agreement", "--limit", "50"], "companies": ["companies"], "agreements": ["agreements"],
            "log": ["log"], "review": ["review", "--list"], "clauses": ["clauses"], "articles": ["articles"],
            "timeline": ["timeline", "Oracle"],
        ]
        for (schema, command) in commands {
            let output = try place.kb(command + ["--format", "json"]).output
            let value = try JSONSerialization.jsonObject(with: output)
            #expect((value as? [Any])?.isEmpty == false, "\(schema)")
            #expect(try JSONSchema(schema).faults(in: value) == [], "\(schema)")
        }
    }

    @Test func answersAboutOneThingHaveTheirForm() throws {
        let place = try Workplace()
        try KnownBase.write(to: place.folder.appendingPathComponent("kb.db").path)
        let commands = [
            "show-company": ["show", "company", "Brix"], "show-agreement": ["show", "agreement", "1"],
            "show-clause": ["show", "clause", "3"], "show-article": ["show", "article", "3"],
            "cite": ["cite", "1", "9"],
            "graph": ["graph"], "stats": ["stats"], "verify": ["verify"],
        ]
        for (schema, command) in commands {
            let output = try place.kb(command + ["--format", "json"]).output
            #expect(try JSONSchema(schema).faults(in: JSONSerialization.jsonObject(with: output)) == [], "\(schema)")
        }
    }

    @Test func conflictsHaveTheirForm() throws {
        let place = try Workplace()
        try writeReports(to: place)
        try place.kb(["ingest", "5.txt", "6.txt"])
        let value = try JSONSerialization.jsonObject(with: place.kb(["conflicts", "--format", "json"]).output)
        #expect((value as? [Any])?.isEmpty == false)
        #expect(try JSONSchema("conflicts").faults(in: value) == [])
    }

    @Test func contradictoryCorrectionsHaveTheirForm() throws {
        let place = try Workplace()
        try writeReports(to: place)
        for (base, file, kind) in [("one.db", "5.txt", "services"), ("two.db", "6.txt", "license")] {
            try place.kb(["ingest", file, "--db", base])
            try place.kb(["agreement", "set", "1", "kind", kind, "--db", base])
        }
        try place.kb(["merge", "two.db", "--db", "one.db"])
        let output = try place.kb(["conflicts", "--corrections", "--db", "one.db", "--format", "json"]).output
        let value = try JSONSerialization.jsonObject(with: output)
        #expect((value as? [Any])?.count == 1)
        #expect(try JSONSchema("conflicts-corrections").faults(in: value) == [])
    }

    /// Two reports of one deal, with two sums.
    private func writeReports(to place: Workplace) throws {
        let head = "Holm Kabel buys steel from Brandt Stahl\n\nOSLO, Jan"
        for (day, sum) in [(5, 40), (6, 50)] {
            let says = "Brandt Stahl GmbH said it signed a $\(sum) million agreement to supply steel to Holm Kabel AS."
            try place.write("\(day).txt", "\(head) \(day), 2026 - \(says)\n".utf8)
        }
    }

    @Test(arguments: ["microsoft-openai", "oracle-nordlys", "fanuc-bearings", "dorrance-licence"])
    func extractionsHaveTheirForm(_ sample: String) throws {
        let output = try Workplace().kb(["extract", "samples/\(sample).txt"]).output
        #expect(try JSONSchema("extract").faults(in: JSONSerialization.jsonObject(with: output)) == [])
    }

    @Test func linesOfIngestHaveTheirForm() throws {
        let place = try Workplace()
        let lines = try place.kb(["ingest", "samples", "missing", "--format", "jsonl"]).text.split(separator: "\n")
        #expect(lines.count == 5)
        for line in lines {
            #expect(try JSONSchema("ingest").faults(in: JSONSerialization.jsonObject(with: Data(line.utf8))) == [])
        }
    }

    @Test func aWrongAnswerIsFound() throws {
        let schema = try JSONSchema("companies")
        #expect(schema.faults(in: [["id": 0, "name": NSNull()] as [String: Any]]).count > 5)
    }
}
