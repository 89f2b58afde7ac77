internal import Assets

/// What the tables under `data/names` and `data/register` say of words and of names.
///
/// Evidence only: that a name is listed never makes it a company.
package struct Lexicon: Sendable {
    private let words: HashedTable
    private let names: HashedTable

    /// The embedded tables; nil where they are missing or not of the form.
    package init?() {
        guard let words = Assets.bytes("data/models/words.bin"), let names = Assets.bytes("data/models/register.bin")
        else { return nil }
        self.init(words: words, names: names)
    }

    /// Tables in bytes that outlive the lexicon.
    package init?(words: UnsafeRawBufferPointer, names: UnsafeRawBufferPointer) {
        guard let words = HashedTable(words, valueSize: 4), let names = HashedTable(names, valueSize: 4) else {
            return nil
        }
        self.words = words
        self.names = names
    }

    /// What is known of a word, by the hash of its name form (`NameHash.word`).
    @inline(__always)
    package func word(_ hash: UInt64) -> WordTraits {
        WordTraits(rawValue: words.value(hash, as: UInt32.self) ?? 0)
    }

    /// What is known of a name, by the hash of its words (`NameHash.append`).
    @inline(__always)
    package func name(_ hash: UInt64) -> NameTraits {
        NameTraits(rawValue: names.value(hash, as: UInt32.self) ?? 0)
    }
}

/// The lists that a word stands in.
package struct WordTraits: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// `Inc`, `GmbH`: ends a company's name.
    package static let legalSuffix = WordTraits(rawValue: 1)
    /// `bank`, `airlines`: says that a name is an organisation's.
    package static let organisation = WordTraits(rawValue: 2)
    /// `Mr`, `chairman`: stands before a person's name.
    package static let title = WordTraits(rawValue: 4)
    /// `chairman`, `shares`, `unit`: what a company has.
    package static let companyRole = WordTraits(rawValue: 8)
    package static let calendar = WordTraits(rawValue: 16)
    package static let place = WordTraits(rawValue: 32)
    package static let firstName = WordTraits(rawValue: 64)
    package static let familyName = WordTraits(rawValue: 128)
    /// The first word of a name in the register.
    package static let opensRegisterName = WordTraits(rawValue: 256)
    package static let ticker = WordTraits(rawValue: 512)
    /// Not part of what tells two names apart (`the`, `group`, legal suffixes).
    package static let silent = WordTraits(rawValue: 1024)
    /// `of`, `and`, `de`: stands inside names in lower case.
    package static let connector = WordTraits(rawValue: 2048)
    /// A brand that is written in lower case.
    package static let lowerCaseName = WordTraits(rawValue: 4096)
    /// A frequent English word.
    package static let english = WordTraits(rawValue: 8192)
    /// A place of less than 100,000 people.
    package static let smallPlace = WordTraits(rawValue: 16384)
    /// `lessor`, `rival`: says what a company beside it does or is.
    package static let companyNoun = WordTraits(rawValue: 32768)
    /// `Danish`, `Bavarian`.
    package static let demonym = WordTraits(rawValue: 65536)
    /// Currency codes, units, `CEO`, `IPO`: in capitals without being a name.
    package static let other = WordTraits(rawValue: 131_072)
    /// `agreement`, `app`, `series`: a name that ends with it names a thing of a company's, not a company.
    package static let thing = WordTraits(rawValue: 262_144)

    /// What a company's name does not end with.
    static let noCompany: WordTraits = [.other, .thing]
}

/// The lists that a whole name stands in.
package struct NameTraits: OptionSet, Sendable {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// A listed company.
    package static let listed = NameTraits(rawValue: 1)
    /// A well-known short name or organisation.
    package static let known = NameTraits(rawValue: 2)
    package static let place = NameTraits(rawValue: 4)
    /// A newspaper, regulator, exchange, university: an organisation that seldom acts as a company.
    package static let institution = NameTraits(rawValue: 8)

    /// The number of the company that the name is one of several names of (`Foxconn`, `Hon Hai`); 0 for none.
    package var company: UInt32 { rawValue >> 8 }
}
