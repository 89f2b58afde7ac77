import Model
import Testing

@testable import Reading

/// The title, date, author and publisher that stand before the story.
@Suite struct HeaderTests {
    @Test(arguments: [
        ("Posted by X · June 3, 2025", "2025-06-03"), ("14 March 2024", "2024-03-14"),
        ("17th August 2023", "2023-08-17"),
        ("2025-11-06", "2025-11-06"), ("14.02.2014 / Astana", "2014-02-14"), ("FEB 16 1988", "1988-02-16"),
        ("12/31/2024", "2024-12-31"), ("26/01/15", "2026-01-15"),
    ]) func dates(line: String, iso: String) throws {
        #expect(try read("A headline\n\(line)\n\nThe story goes like this.").published == iso)
    }

    @Test func aDateInsideASentenceIsNotThatOfPublication() throws {
        #expect(try read("A headline\n\nOn October 14, 2025, the firms agreed to go on.").published == nil)
    }

    @Test func rubricsAreNotTitles() throws {
        #expect(try read("PRESS RELEASE\n\nSmith buys Jones\n\nSmith bought Jones.").title == "Smith buys Jones")
        #expect(try read("Deals digest · 3 March 2025\n\nSmith bought Jones.").title == "Deals digest")
        #expect(
            try read("---\ntitle: \"Smith buys Jones\"\ndate: 2025-01-02\n---\n\nSmith bought Jones.").title
                == "Smith buys Jones")
    }

    @Test func theAgencyOfTheDatelineIsThePublisher() throws {
        #expect(try read("Smith buys Jones\n\nLONDON (Newsdesk) - Smith bought Jones.").publisher == "Newsdesk")
    }

    @Test func aSentenceByItselfIsNoHeadline() throws {
        #expect(try read("Acme will supply Bolt with steel.").title.isEmpty)
        #expect(try read("Acme to supply Bolt").title == "Acme to supply Bolt")
        #expect(try read("Acme supplies Bolt.\n\nIt pays cash.").title == "Acme supplies Bolt.")
    }

    @Test(arguments: ["#", "title: \"\"\n"]) func aHeadlineOfMarksAloneIsNone(_ marks: String) throws {
        let article = try read(marks)
        #expect(article.title.isEmpty)
        #expect(article.sentences.allSatisfy { $0.range.count > 0 && $0.role != .title })
        #expect(try read("\(marks)\n\nAcme buys Bolt\n\nIt pays cash.").title == "Acme buys Bolt")
    }
}
