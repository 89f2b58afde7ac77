import Testing

/// Which forms belong to one company, one phenomenon a test.
@Suite struct NameFormTests {
    @Test func shortForms() throws {
        try expectCompanies(
            "«Belmarsh Cranes Inc» has signed a contract with «Nokia» in Helsinki. The cranes are for a new plant. «Belmarsh=Belmarsh Cranes Inc» will build two cranes for «Nokia»."
        )
    }

    @Test func acronymsInBrackets() throws {
        try expectCompanies(
            "«Canada Pension Plan Investment Board» («CPPIB=Canada Pension Plan Investment Board») agreed to buy a stake "
                + "in «Corvane Ltd» for cash. «CPPIB=Canada Pension Plan Investment Board» will hold 12 per cent.")
    }

    @Test func tickersInAngleBrackets() throws {
        try expectCompanies(
            "    DALLAS, April 7 - «Belmarsh Corp» <«BLM=Belmarsh Corp»> said it agreed to sell its pump unit to "
                + "<«Corvane Industries Inc»> for 20 mln dlrs.")
    }

    @Test func headlinesInCapitals() throws {
        try expectCompanies(
            "«BELMARSH=Belmarsh Corp» <«BLM=Belmarsh Corp»> TO SELL PUMP UNIT\n\n    DALLAS, April 7 - «Belmarsh Corp» said it agreed to "
                + "sell its pump unit to <«Corvane Industries Inc»> for 20 mln dlrs.\n    «Belmarsh=Belmarsh Corp» said the sale "
                + "should close in May.")
    }

    @Test func possessivesAreNoPartOfNames() throws {
        try expectCompanies(
            "«Nokia»'s agreement with «Corvane Ltd» runs until 2030. «Corvane=Corvane Ltd»'s shares rose.")
    }

    @Test(arguments: ["Group plc", "s.r.o.", "d.o.o.", "Sp. z o.o.", "Co-operative", "Pvt. Ltd"])
    func legalFormsBelongToNames(_ form: String) throws {
        try expectCompanies(
            "«Drevomar \(form)» agreed on Monday to supply «Nokia» with pumps for five years. «Nokia» will pay "
                + "«Drevomar \(form)» 40 million euros.")
    }

    @Test func otherNamesOfTheRegister() throws {
        try expectCompanies(
            "«Hon Hai Precision Industry», better known as «Foxconn=Hon Hai Precision Industry», will assemble phones for "
                + "«Nokia». «Foxconn=Hon Hai Precision Industry» gets a fee for each phone that «Nokia» sells.")
    }
}
