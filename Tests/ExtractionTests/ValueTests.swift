import Foundation
import Model
import Testing

@testable import Extraction

/// Each line: the words, ` => `, and the values in them, each as its words in brackets with the normal form.
@Suite struct ValueTests {
    static let published = "2025-03-14"  // a Friday

    static func lines(_ table: String) -> [String] { table.split(separator: "\n").map(String.init) }

    func check(_ line: String, published: String? = Self.published) {
        let parts = line.components(separatedBy: " =>").map { $0.trimmingCharacters(in: .whitespaces) }
        let text = parts[0]
        let article = Article(source: "", title: "", published: published, text: Array(text.utf8), sentences: [])
        let values = ValueRecognizer().values(in: article, range: TextRange(0, article.text.count))
        let found = values.map { "[\(article.string($0.range))] \(Self.form($0.content))" }.joined(separator: "; ")
        #expect(found == (parts.count > 1 ? parts[1] : ""), "in: \(text)")
    }

    static func form(_ content: Value.Content) -> String {
        func digits(_ number: Double) -> String { number == number.rounded() ? String(Int(number)) : String(number) }
        return switch content {
        case .money(let money): "\(money.currency) \(digits(money.amount))"
        case .percent(let percent): "\(digits(percent))%"
        case .date(let date): date
        case .duration(let duration): duration
        }
    }

    @Test(arguments: lines(sums)) func sum(_ line: String) { check(line) }
    @Test(arguments: lines(shares)) func share(_ line: String) { check(line) }
    @Test(arguments: lines(dates)) func date(_ line: String) { check(line) }
    @Test(arguments: lines(periods)) func period(_ line: String) { check(line) }
    @Test(arguments: lines(others)) func noValue(_ line: String) { check(line) }
    @Test(arguments: [
        "99999999999999999999999 years", "88888888888888888888888 years ago", "on 99999999999999999999999.12.2025",
        "999999999999999 trillion years",
    ]) func figuresTooLongForAnyUseAreLeftOut(_ line: String) { check(line) }
    @Test(arguments: ["in March", "on January 5", "yesterday", "next year", "5 May"])
    func datesWithoutAPublicationDateAreLeftOut(_ line: String) { check(line, published: nil) }

    static let sums = """
        $1.2bn => [$1.2bn] USD 1200000000
        $1.2 billion => [$1.2 billion] USD 1200000000
        a $40-million loan => [$40-million] USD 40000000
        US$35m a year => [US$35m] USD 35000000
        US$ 5 million => [US$ 5 million] USD 5000000
        pays $250,000 up front => [$250,000] USD 250000
        $1,234,567.89 => [$1,234,567.89] USD 1234567.89
        400 mln dlrs => [400 mln dlrs] USD 400000000
        a 400-mln-dlr credit => [400-mln-dlr] USD 400000000
        1.5 billion dlrs => [1.5 billion dlrs] USD 1500000000
        3.25 dlrs a share => [3.25 dlrs] USD 3.25
        75 cts per share => [75 cts] USD 0.75
        8-1/4 dlrs a share => [8-1/4 dlrs] USD 8.25
        12 1/2 dollars => [12 1/2 dollars] USD 12.5
        five million dollars => [five million dollars] USD 5000000
        a million dollars => [a million dollars] USD 1000000
        half a million dollars => [half a million dollars] USD 500000
        a quarter of a million pounds => [a quarter of a million pounds] GBP 250000
        one and a half million euros => [one and a half million euros] EUR 1500000
        two hundred and fifty thousand dollars => [two hundred and fifty thousand dollars] USD 250000
        twenty-five cents => [twenty-five cents] USD 0.25
        a hundred dollars => [a hundred dollars] USD 100
        €400 million => [€400 million] EUR 400000000
        €1.3m for ovens => [€1.3m] EUR 1300000
        EUR 400m => [EUR 400m] EUR 400000000
        EUR400m => [EUR400m] EUR 400000000
        31 euros => [31 euros] EUR 31
        390 million euros => [390 million euros] EUR 390000000
        £2,000 a tonne => [£2,000] GBP 2000
        £14m => [£14m] GBP 14000000
        14 mln stg => [14 mln stg] GBP 14000000
        6.2 mln pounds => [6.2 mln pounds] GBP 6200000
        210 pence a share => [210 pence] GBP 2.1
        210p a share => [210p] GBP 2.1
        3.5 billion yen => [3.5 billion yen] JPY 3500000000
        ¥900 million => [¥900 million] JPY 900000000
        12 bln yen => [12 bln yen] JPY 12000000000
        60 trillion won => [60 trillion won] KRW 60000000000000
        Rs 300 crore => [Rs 300 crore] INR 3000000000
        Rs. 45 lakh => [Rs. 45 lakh] INR 4500000
        ₹1,200 crore => [₹1,200 crore] INR 12000000000
        300 crore rupees => [300 crore rupees] INR 3000000000
        DM 40 million => [DM 40 million] DEM 40000000
        120 mln marks => [120 mln marks] DEM 120000000
        25 mln Swiss francs => [25 mln Swiss francs] CHF 25000000
        CHF 2.5bn => [CHF 2.5bn] CHF 2500000000
        80 mln French francs => [80 mln French francs] FRF 80000000
        200 mln Belgian francs => [200 mln Belgian francs] BEF 200000000
        7 billion lire => [7 billion lire] ITL 7000000000
        15 mln guilders => [15 mln guilders] NLG 15000000
        5 mln Canadian dlrs => [5 mln Canadian dlrs] CAD 5000000
        C$70 million => [C$70 million] CAD 70000000
        A$85m => [A$85m] AUD 85000000
        30 mln Australian dlrs => [30 mln Australian dlrs] AUD 30000000
        NZ$4m => [NZ$4m] NZD 4000000
        HK$2.4 billion => [HK$2.4 billion] HKD 2400000000
        600 mln Hong Kong dollars => [600 mln Hong Kong dollars] HKD 600000000
        S$18 million => [S$18 million] SGD 18000000
        50 mln U.S. dlrs => [50 mln U.S. dlrs] USD 50000000
        R$90 milhões => [R$90] BRL 90
        SKr650m => [SKr650m] SEK 650000000
        1.1 billion Swedish crowns => [1.1 billion Swedish crowns] SEK 1100000000
        300 mln Norwegian crowns => [300 mln Norwegian crowns] NOK 300000000
        NOK 2.1 billion => [NOK 2.1 billion] NOK 2100000000
        45m Danish kroner => [45m Danish kroner] DKK 45000000
        20 million zlotys => [20 million zlotys] PLN 20000000
        2 billion rubles => [2 billion rubles] RUB 2000000000
        90 million yuan => [90 million yuan] CNY 90000000
        RMB 90 million => [RMB 90 million] CNY 90000000
        RM12 million => [RM12 million] MYR 12000000
        400 million rand => [400 million rand] ZAR 400000000
        9 million shekels => [9 million shekels] ILS 9000000
        75 million dirhams => [75 million dirhams] AED 75000000
        1 thousand million pesetas => [1 thousand million pesetas] ESP 1000000000
        $10 million to $15 million => [$10 million] USD 10000000; [$15 million] USD 15000000
        $10 to $15 million => [$10] USD 10000000; [$15 million] USD 15000000
        $10-15 million => [$10] USD 10000000; [15 million] USD 15000000
        10 to 15 mln dlrs => [10] USD 10000000; [15 mln dlrs] USD 15000000
        between 500,000 and 2 mln dlrs => [500,000] USD 500000; [2 mln dlrs] USD 2000000
        between €3m and €4m => [€3m] EUR 3000000; [€4m] EUR 4000000
        $2m now and $3m later => [$2m] USD 2000000; [$3m] USD 3000000
        pays £30k, €20k and $10k => [£30k] GBP 30000; [€20k] EUR 20000; [$10k] USD 10000
        €\u{A0}12\u{A0}million => [€\u{A0}12\u{A0}million] EUR 12000000
        """

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

    static let dates = """
        14 March 2025 => [14 March 2025] 2025-03-14
        March 14, 2025 => [March 14, 2025] 2025-03-14
        Mar. 3, 2024 => [Mar. 3, 2024] 2024-03-03
        3rd of May 2026 => [3rd of May 2026] 2026-05-03
        June 1st, 2027 => [June 1st, 2027] 2027-06-01
        14-JAN-1987 05:55 => [14-JAN-1987] 1987-01-14
        2025-12-31 => [2025-12-31] 2025-12-31
        31.12.2026 => [31.12.2026] 2026-12-31
        31/12/2026 => [31/12/2026] 2026-12-31
        12/31/2026 => [12/31/2026] 2026-12-31
        05/06/2026 =>
        March 2027 => [March 2027] 2027-03
        in May of 2026 => [May of 2026] 2026-05
        April 2 => [April 2] 2025-04-02
        Dec 20 => [Dec 20] 2024-12-20
        2 January => [2 January] 2025-01-02
        in June => [June] 2025-06
        since November => [November] 2024-11
        in 2026 => [2026] 2026
        until 2031 => [2031] 2031
        for 1987 and 1988 => [1987] 1987; [1988] 1988
        from 2020 to 2025 => [2020] 2020; [2025] 2025
        by the end of 2029 => [2029] 2029
        mid-2026 => [2026] 2026
        Q3 2026 => [2026] 2026
        in the first quarter of 2026 => [2026] 2026
        spring 2026 => [2026] 2026
        fiscal 2027 => [2027] 2027
        February 30, 2025 =>
        today => [today] 2025-03-14
        said yesterday => [yesterday] 2025-03-13
        tomorrow => [tomorrow] 2025-03-15
        on Monday => [Monday] 2025-03-10
        on Friday => [Friday] 2025-03-14
        will meet on Monday =>
        next year => [next year] 2026
        last year => [last year] 2024
        this year => [this year] 2025
        next month => [next month] 2025-04
        last month => [last month] 2025-02
        last April => [April] 2024-04
        last February => [February] 2025-02
        next February => [February] 2026-02
        five years ago => [five years ago] 2020
        three months ago => [three months ago] 2024-12
        ten days ago => [ten days ago] 2025-03-04
        Monday, March 10, 2025 => [Monday] 2025-03-10; [March 10, 2025] 2025-03-10
        """

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

    static let others = """
        3M and Boeing 737-800 jets
        a 45-year-old plant
        won 3 contracts
        Try 3 flavours
        it may march on
        40m litres a year
        a third party
        the second half
        in the first half
        Section 365
        2000 shops
        for 2000 workers
        the 1990s
        a year
        at 5 metres
        Formula One
        version 3.1.2
        """
}
