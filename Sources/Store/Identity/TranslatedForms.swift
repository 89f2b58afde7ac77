internal import Assets

/// Legal forms in two languages: `Nokia Corporation` is what `Nokia Oyj` calls itself in English.
///
/// Only of companies whose home is known: the word that is a translation there is elsewhere the form of another company,
/// and `Siemens Corporation` is a unit of `Siemens AG`.
struct TranslatedForms: Sendable {
    private static let shared = TranslatedForms()

    /// By country, and the words of the form.
    private var forms: [String: [String: String]] = [:]
    /// By the joined words of a name.
    private var countries: [String: String] = [:]

    private init() {
        for row in Assets.table("data/identity/translated_forms.tsv") where row.count == 3 {
            forms[row[0], default: [:]][row[1]] = row[2]
        }
        for row in Assets.table("data/register/home_countries.tsv") where row.count == 2 && forms[row[0]] != nil {
            for name in row[1].split(separator: ",") { countries[name.filter { $0 != " " }] = row[0] }
        }
    }

    /// The class of the form that a name has at home; nil where it is not known that it is another one.
    /// - Parameters:
    ///   - words: all words of the name.
    ///   - normalized: its own words, joined.
    static func form(of key: CompanyKey, _ words: [String], _ normalized: String) -> String? {
        guard !key.legalForm.isEmpty, let country = shared.countries[normalized] else { return nil }
        return shared.forms[country]?[key.legalWords(among: words).joined(separator: " ")]
    }
}
