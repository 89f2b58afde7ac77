import Testing

/// What surrounds a name and says what it is, or where it ends, one phenomenon a test.
@Suite struct NameContextTests {
    @Test func namesWrittenAsAddresses() throws {
        try expectCompanies(
            "«Brenlow.io», a start-up in Leeds, will license its maps to «Corvane Ltd» for five years. «Brenlow.io» "
                + "keeps the right to sell them to others, «Corvane=Corvane Ltd» said.")
    }

    @Test func lettersOfACurrencyAreNoPartOfAName() throws {
        try expectCompanies(
            "«Corvane Ltd» lends the money. It pays «Belmarsh SA» R$46 for each card that is used, and owes "
                + "«Belmarsh=Belmarsh SA» C$5 million at the end.")
    }

    @Test func wordsBetweenTwoNames() throws {
        try expectCompanies(
            "«Corvane Ltd» told «Belmarsh Corp» on Monday that it would end the contract. «Corvane=Corvane Ltd» sued "
                + "«Belmarsh=Belmarsh Corp» in Ohio.")
    }

    @Test func sentenceOpeningsAreNoPartOfAName() throws {
        try expectCompanies(
            "«Corvane Ltd» signed a contract with «Belmarsh Corp» on Monday. Meanwhile «Corvane=Corvane Ltd» told "
                + "«Belmarsh=Belmarsh Corp» that it would pay in cash.")
    }

    @Test func namesInAList() throws {
        try expectCompanies(
            "«Siemens», «Corvane» and «Nokia» agreed on Thursday to share a laboratory. «Corvane» will run it.")
    }

    @Test func productsThatBearTheNamesOfCompanies() throws {
        try expectCompanies(
            "«Siemens» and «Belmarsh Corp» agreed on Monday to go on together. «Siemens» will build its popular new Titan "
                + "series pumps in the docks of «Belmarsh=Belmarsh Corp».")
    }

    @Test func nounsInApposition() throws {
        try expectCompanies(
            "«Brenlow», an Irish lessor of aircraft, agreed to buy ten jets from «Airbus» on Monday. "
                + "«Brenlow» will lease the jets to airlines in Spain.")
    }
}
