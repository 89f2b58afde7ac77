/// What the extractor read out of one article: a plain value, no database in it.
///
/// Companies and agreements are referred to by their index in this value; ranges are bytes of the
/// article's text.
public struct Extraction: Sendable, Equatable {
    public var companies: [Company]
    public var agreements: [Agreement]
    public var clauses: Clauses

    public init(companies: [Company] = [], agreements: [Agreement] = [], clauses: [Clause] = []) {
        self.companies = companies
        self.agreements = agreements
        self.clauses = Clauses(clauses)
    }

    /// An organisation that acts in business.
    public struct Company: Sendable, Equatable {
        /// The fullest form in the text, without a ticker.
        public var name: String
        /// The other forms in the text: short names, acronyms, tickers.
        public var aliases: [String]
        /// Products, brands, units and platforms that the text ties to the company.
        public var products: [String]
        /// Where it is named, in the order of the text.
        public var mentions: [TextRange]
        /// Probability, 0 to 1, that this is a company.
        public var confidence: Double

        public init(
            name: String, aliases: [String] = [], products: [String] = [], mentions: [TextRange] = [],
            confidence: Double = 1
        ) {
            self.name = name
            self.aliases = aliases
            self.products = products
            self.mentions = mentions
            self.confidence = confidence
        }
    }

    /// A deal between companies.
    public struct Agreement: Sendable, Equatable {
        public var kind: AgreementKind
        public var status: AgreementStatus
        /// Indices into `companies`, in the order in which the text first names them.
        public var parties: [Int]
        /// The headline sum of the deal, where the text gives one.
        public var value: Money?
        /// ISO 8601 dates, of day, month or year precision, where the text gives them.
        public var announced: String?
        public var effective: String?
        public var expires: String?
        /// Probability, 0 to 1, that these parties have this agreement.
        public var confidence: Double

        public init(
            kind: AgreementKind, status: AgreementStatus, parties: [Int], value: Money? = nil,
            announced: String? = nil, effective: String? = nil, expires: String? = nil, confidence: Double = 1
        ) {
            self.kind = kind
            self.status = status
            self.parties = parties
            self.value = value
            self.announced = announced
            self.effective = effective
            self.expires = expires
            self.confidence = confidence
        }
    }

    /// One term of an agreement, with the words that say so.
    public struct Clause: Sendable, Equatable {
        /// Index into `agreements`; nil where none of them fits.
        public var agreement: Int?
        public var type: ClauseType
        public var status: ClauseStatus
        /// The verbatim words that carry the term.
        public var quote: TextRange
        /// Who owes or grants it: indices into `companies`.
        public var obligors: [Int]
        /// Who gets it: indices into `companies`.
        public var beneficiaries: [Int]
        /// The sums, percentages, dates and durations said in the quote.
        public var values: [Value]
        /// The name of who said it (a person or a company), where the text says so.
        public var speaker: TextRange?
        /// Calibrated probability, 0 to 1, that the quote carries a term of this type.
        public var confidence: Double

        public init(
            agreement: Int? = nil, type: ClauseType, status: ClauseStatus = .stated, quote: TextRange,
            obligors: [Int] = [], beneficiaries: [Int] = [], values: [Value] = [], speaker: TextRange? = nil,
            confidence: Double = 1
        ) {
            self.agreement = agreement
            self.type = type
            self.status = status
            self.quote = quote
            self.obligors = obligors
            self.beneficiaries = beneficiaries
            self.values = values
            self.speaker = speaker
            self.confidence = confidence
        }
    }
}
