import Testing

@testable import Store

@Suite struct AmountReaderTests {
    private func amounts(_ text: String) -> [QueryAmount] { AmountReader().amounts(in: QueryText(text).tokens) }

    @Test(arguments: [
        ("$4.5bn", 4.5e9, "USD"), ("US$ 4.5 billion", 4.5e9, "USD"), ("4.5 billion dollars", 4.5e9, "USD"),
        ("USD 4,500,000,000", 4.5e9, "USD"), ("€27", 27, "EUR"), ("12,5 million euros", 12.5e6, "EUR"),
        ("¥350bn", 350e9, "JPY"), ("50 cents", 0.5, "USD"), ("three million pounds", 3e6, "GBP"),
    ])
    func sumsInTheWaysPeopleWriteThem(_ text: String, _ number: Double, _ currency: String) throws {
        let amount = try #require(amounts(text).first)
        #expect(amounts(text).count == 1 && amount.unit == .money(currency: currency))
        #expect(abs(amount.number - number) < number * 1e-9)
        #expect(amount.tokens == QueryText(text).tokens.indices)
    }

    @Test(arguments: ["12.5%", "12.5 percent", "12.5 pct", "12.5 per cent", "12,5 percent"])
    func percentages(_ text: String) {
        #expect(amounts(text).map(\.unit) == [.percent] && amounts(text).map(\.number) == [12.5])
    }

    @Test func aScaleAloneMakesASumOfAnyCurrency() {
        #expect(amounts("2 million").map(\.unit) == [.money(currency: nil)])
    }

    @Test(arguments: ["", "2026", "24 months", "Airbus A320", "three partners", "$", "million", "1e999 $", "."])
    func otherNumbersAreNoSums(_ text: String) {
        #expect(amounts(text).isEmpty)
    }

    @Test func severalSumsOfOneQueryAreKeptApart() {
        let found = amounts("between $5m and €7m at 3%")
        #expect(found.map(\.number) == [5e6, 7e6, 3])
        #expect(found.map(\.unit) == [.money(currency: "USD"), .money(currency: "EUR"), .percent])
    }

    @Test func theyAreLookedForAsTextsWriteThem() {
        let phrases = amounts("€4.5bn")[0].phrases
        for written in ["4.5 billion", "4.5bn", "4500 million", "4,500,000,000"] { #expect(phrases.contains(written)) }
        #expect(amounts("12.5%")[0].phrases.contains("12.5 per cent"))
    }

    @Test(arguments: [
        ("over $1bn", Bound.above), ("at least 5 million euros", .least), ("$5m or more", .least), ("up to 3%", .most),
        ("no more than €2m", .most), ("under £10m", .below), ("$4bn", .exact), ("a fee of $4bn", .exact),
    ])
    func boundsInTheWordsOfPeople(_ text: String, _ bound: Bound) {
        #expect(amounts(text).map(\.bound) == [bound])
    }

    @Test func boundsTakeTheNumbersOnTheirSide() throws {
        let over = try #require(amounts("more than $1bn").first).numbers
        #expect(over.contains(2e9) && !over.contains(1e9) && !over.contains(5e8))
        let most = try #require(amounts("at most $1bn").first).numbers
        #expect(most.contains(1e9) && most.contains(5) && !most.contains(2e9))
    }

    @Test(
        arguments: [
            ("5bn", 5e9, nil), ("$1.5m", 1.5e6, "USD"), ("1,000,000", 1e6, nil), ("2000", 2000, nil),
            ("EUR 3", 3, "EUR"),
        ] as [(String, Double, String?)])
    func aSumAsPeopleWriteIt(text: String, number: Double, currency: String?) {
        let sum = WrittenSum(text)
        #expect(sum?.number == number && sum?.currency == currency)
    }

    @Test(arguments: ["", "much", "5%", "5bn or 6bn", "over 5bn", "inf", "five apples"])
    func whatIsNoSum(text: String) {
        #expect(WrittenSum(text) == nil)
    }
}
