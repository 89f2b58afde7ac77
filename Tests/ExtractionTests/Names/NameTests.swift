import Testing

/// What is a company and what is not, one phenomenon a test.
@Suite struct NameTests {
    @Test func legalSuffixes() throws {
        try expectCompanies(
            "Harbour deal\n\n«Belmarsh Cranes Inc» said on Monday that it had agreed to buy a dock from «Tillmann Hafenbau GmbH»."
        )
    }

    @Test func ordinaryWordsAsNames() throws {
        try expectCompanies(
            "«Apple» and «Shell» agreed on Tuesday to share a laboratory. An apple a day and a shell on the beach are free, "
                + "but «Apple» will pay «Shell» $3 million a year.")
    }

    @Test func people() throws {
        try expectCompanies(
            "\"We are pleased,\" said Maria Gonzalez, chief executive of «Corvane Ltd» in Leeds. Peter Novak, an analyst, was not. "
                + "Mr. Novak said that «Corvane=Corvane Ltd» had paid too much.")
    }

    @Test func places() throws {
        try expectCompanies(
            "«Corvane Ltd» will close its plants in Munich, Ohio and Brazil and move the work to a site near Lyon, "
                + "«Corvane=Corvane Ltd» said.")
    }

    @Test func newspapersThatReport() throws {
        try expectCompanies(
            "«Siemens» is in talks to buy «Corvane Ltd», the Wall Street Journal reported on Friday. «Siemens» declined to comment."
        )
    }

    @Test func sentenceInitialWords() throws {
        try expectCompanies(
            "However, the talks went on. Neither side would comment. Under the agreement «Nokia» will license patents to "
                + "«Corvane Ltd». Analysts were surprised.")
    }

    @Test func headingsAreNoNames() throws {
        try expectCompanies(
            "Key Terms And Next Steps\n\n«Nokia» will license its patents to «Corvane Ltd» for five years.\n\n"
                + "Background\n\n«Nokia» and «Corvane=Corvane Ltd» have worked together since 2011.")
    }

    @Test func headingsInTitleCaseAreNoNames() throws {
        try expectCompanies(
            "«Nokia» Stays Close to «Corvane»\nWhat the Two Sides Said\n«Nokia» told its customers on Monday that its "
                + "agreement with «Corvane» goes on.\nWhat Each Side May Still Do (and When)\nEach may also work with "
                + "others, «Corvane» said.\nWhat Others Think\nAnalysts at other firms had doubts.")
    }

    @Test func thingsOfACompanyAreNoCompanies() throws {
        try expectCompanies(
            "«Nokia» and «Corvane» signed a contract in May. The Corvane Partnership gives «Nokia» use of the Corvane API for "
                + "five years, and «Nokia» will pay «Corvane» $3 million. The AI tools stay with «Corvane».")
    }

    @Test func aFullStopEndsAName() throws {
        try expectCompanies(
            "The cranes were built for «Nokia». «Belmarsh Cranes Inc» will deliver them to «Nokia» in May.")
    }

    @Test func lowerCaseAndMixedCaseBrands() throws {
        try expectCompanies(
            "«easyJet» said it had agreed to lease ten aircraft from «Corvane Ltd» in May. «easyJet» will pay in euros."
        )
    }

    @Test func accents() throws {
        try expectCompanies(
            "Coffee deal\n\n«Nestlé» has agreed to buy coffee from «Citroën» canteens. «Nestlé» shares rose.")
    }

    @Test func ampersandsAndCommasInNames() throws {
        try expectCompanies(
            "«Johnson & Johnson» signed a supply agreement with «Marsh & McLennan Cos» on Friday, «Johnson & Johnson» said."
        )
    }

    @Test func andInNames() throws {
        try expectCompanies(
            "    NEW YORK, March 3 - «Standard Brands and Paint Co» said it agreed to acquire the assets of «Corvane Inc» for two mln dlrs."
        )
    }
}
