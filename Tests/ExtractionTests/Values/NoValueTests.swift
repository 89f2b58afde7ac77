import Testing

/// Figures and words of time that are no value.
@Suite struct NoValueTests {
    @Test(arguments: WrittenValues.lines(others)) func noValue(_ line: String) { WrittenValues.check(line) }

    @Test(arguments: [
        "99999999999999999999999 years", "88888888888888888888888 years ago", "on 99999999999999999999999.12.2025",
        "999999999999999 trillion years",
    ]) func figuresTooLongForAnyUseAreLeftOut(_ line: String) { WrittenValues.check(line) }

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
