import Testing

/// Names that the text or their letters tie together, one phenomenon a test.
@Suite struct OtherNameTests {
    @Test func formerNames() throws {
        try expectCompanies(
            "«Belmarsh Cranes Inc», formerly «Tillmann Docks=Belmarsh Cranes Inc», agreed to build two cranes for "
                + "«Nokia». «Tillmann Docks=Belmarsh Cranes Inc» was founded in 1911.")
    }

    @Test func betterKnownNames() throws {
        try expectCompanies(
            "«Corvane Holdings Ltd», better known as «Brenlow=Corvane Holdings Ltd», signed a contract with «Nokia». "
                + "«Brenlow=Corvane Holdings Ltd» will pay «Nokia» $3 million a year.")
    }

    @Test func wordsCutShortInHeadlines() throws {
        try expectCompanies(
            "«TILLMANN LABS=Tillmann Laboratories Inc» <«TLM=Tillmann Laboratories Inc»> TO SELL PUMP UNIT\n\n    DALLAS, April 7 - "
                + "«Tillmann Laboratories Inc» said it agreed to sell its pump unit to <«Corvane Industries Inc»> for 20 mln dlrs."
        )
    }

    @Test func initialsJoinedByAnAmpersand() throws {
        try expectCompanies(
            "«Tillmann & Moss PLC» said on Monday that it had agreed to sell its dock to «Corvane Ltd» for cash. "
                + "«T&M=Tillmann & Moss PLC» will keep the cranes.")
    }

    @Test func lettersFromInsideTheWords() throws {
        try expectCompanies(
            "«Televisao Norte» sold its archive to «Corvane Ltd» on Monday. «TVN=Televisao Norte» will be paid $3 million by "
                + "«Corvane=Corvane Ltd», «TVN=Televisao Norte» said.")
    }
}
