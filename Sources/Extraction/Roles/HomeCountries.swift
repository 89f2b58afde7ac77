internal import Assets
internal import Model

/// Where well-known companies are at home, so that "the Dutch group" can stand for one that the text itself does not
/// call Dutch.
struct HomeCountries: Sendable {
    /// From the words of a name to the key of its country.
    private let countries: HashTable<UInt64>

    /// - Parameter key: of a country, by its code.
    init(key: (String) -> UInt64) {
        let table = Assets.table("data/register/home_countries.tsv").filter { $0.count == 2 }
        var countries = HashTable<UInt64>(capacity: table.reduce(0) { $0 + $1[1].utf8.count / 5 }, none: 0)
        for row in table {
            for name in row[1].split(separator: ",") {
                let words = name.split(separator: " ").map { FeatureHash.of($0.utf8) }
                countries[Self.key(of: words[...])] = key(row[0])
            }
        }
        self.countries = countries
    }

    /// The key of the country of the company that is named on `tokens`, with one word after the known name (`AG`,
    /// `Group`) or none; nil where it is not known.
    func country(_ text: TokenizedText, _ tokens: Range<Int>) -> UInt64? {
        let words = tokens.filter { text.tokens[$0].kind == .word }.map { text.tokens[$0].hash }
        for count in [words.count, words.count - 1] where count > 0 {
            let country = countries[Self.key(of: words.prefix(count))]
            if country != 0 { return country }
        }
        return nil
    }

    private static func key(of words: ArraySlice<UInt64>) -> UInt64 {
        words.reduce(FeatureHash.seed) { FeatureHash.combine($0, $1) }
    }
}
