import Testing

/// How long something lasts.
@Suite struct PeriodTests {
    @Test(arguments: WrittenValues.lines(periods)) func period(_ line: String) { WrittenValues.check(line) }

    static let periods = """
        five years => [five years] P5Y
        a five-year deal => [five-year] P5Y
        5-yr contract => [5-yr] P5Y
        18 months => [18 months] P18M
        90 days' notice => [90 days] P90D
        a 90-day wait => [90-day] P90D
        six weeks => [six weeks] P6W
        24 hours => [24 hours] PT24H
        30 minutes => [30 minutes] PT30M
        a decade and two decades => [two decades] P20Y
        for a decade => [a decade] P10Y
        for a year => [a year] P1Y
        within a month => [a month] P1M
        another year => [another year] P1Y
        another two years => [two years] P2Y
        a further three years => [three years] P3Y
        three more years => [three more years] P3Y
        30 business days => [30 business days] P30D
        five consecutive years => [five consecutive years] P5Y
        two and a half years => [two and a half years] P30M
        two-and-a-half-year => [two-and-a-half-year] P30M
        2.5 years => [2.5 years] P30M
        for a year and a half => [a year and a half] P18M
        half a year => [half a year] P6M
        half-year => [half-year] P6M
        two quarters => [two quarters] P6M
        a fortnight's notice => 
        two fortnights => [two fortnights] P4W
        three to five years => [three] P3Y; [five years] P5Y
        10-15 years => [10] P10Y; [15 years] P15Y
        99 years => [99 years] P99Y
        twelve months => [twelve months] P12M
        one hundred and twenty days => [one hundred and twenty days] P120D
        pay $2m a year for ten years => [$2m] USD 2000000; [ten years] P10Y
        """
}
