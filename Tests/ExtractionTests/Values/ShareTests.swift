import Testing

/// Percentages and other shares.
@Suite struct ShareTests {
    @Test(arguments: WrittenValues.lines(shares)) func share(_ line: String) { WrittenValues.check(line) }

    static let shares = """
        12.5 pct => [12.5 pct] 12.5%
        51% of the shares => [51%] 51%
        51 % => [51 %] 51%
        20 per cent => [20 per cent] 20%
        seven percent => [seven percent] 7%
        a 49-percent stake => [49-percent] 49%
        8-1/4 pct => [8-1/4 pct] 8.25%
        5½% => [5½%] 5.5%
        1/2 pct above prime => [1/2 pct] 0.5%
        3 percentage points => [3 percentage points] 3%
        85 basis points over Libor => [85 basis points] 0.85%
        175 bps => [175 bps] 1.75%
        5-7% => [5] 5%; [7%] 7%
        5 to 7 percent => [5] 5%; [7 percent] 7%
        between 20% and 25% => [20%] 20%; [25%] 25%
        three or four percent => [three] 3%; [four percent] 4%
        30 cents of every dollar => [30 cents of every dollar] 30%
        15 cents on the dollar => [15 cents on the dollar] 15%
        20 pence in the pound => [20 pence in the pound] 20%
        eight cents out of every euro => [eight cents out of every euro] 8%
        $3 of every $10 => [$3 of every $10] 30%
        half of the profit => [half] 50%
        gets half the takings => [half] 50%
        a third of sales => [a third] 33.3333%
        two thirds of the output => [two thirds] 66.6667%
        two-thirds of votes => [two-thirds] 66.6667%
        a quarter of the equity => [a quarter] 25%
        three quarters of its capacity => [three quarters] 75%
        one-tenth of revenue => [one-tenth] 10%
        three fifths => [three fifths] 60%
        a fifth of the storage => [a fifth] 20%
        a 50-50 joint venture => [50-50] 50%
        50/50 => [50/50] 50%
        50:50 venture => [50:50] 50%
        split 60-40 => [60] 60%; [40] 40%
        """
}
