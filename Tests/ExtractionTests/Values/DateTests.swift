import Testing

/// Dates, seen from the day of publication.
@Suite struct DateTests {
    @Test(arguments: WrittenValues.lines(dates)) func date(_ line: String) { WrittenValues.check(line) }

    @Test(arguments: ["in March", "on January 5", "yesterday", "next year", "5 May"])
    func datesWithoutAPublicationDateAreLeftOut(_ line: String) { WrittenValues.check(line, published: nil) }

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
}
