import Testing

/// What is named beside companies and is none.
@Suite struct BystanderTests {
    @Test func abbreviationsThatAreSpelledOutAreNoCompanies() throws {
        try expectCompanies(
            "«Belmarsh Cranes Inc» sells industrial control software (ICS) to «Nokia». ICS was written in Leeds, «Belmarsh=Belmarsh Cranes Inc» said."
        )
    }
}
