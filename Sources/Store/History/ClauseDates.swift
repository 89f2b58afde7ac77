internal import Assets
internal import Model
internal import SQLite

/// A date that a clause names, and what the words before it say of it.
struct ClauseDate: Equatable {
    /// What happens at the date: `data/concepts/event_words.tsv`.
    enum Event: String { case signed, announced, started, ended, changed, completed }

    /// How the date stands to what happens.
    enum Place: String { case moment, start, end }

    /// ISO 8601, of day, month or year precision.
    var iso: String
    var basis: DateBasis
    var event: Event?
    var place: Place?

    /// Whether it is no later than `published`, as far as both say.
    func isPast(_ published: String?) -> Bool {
        guard let published else { return true }
        let shared = min(iso.utf8.count, published.utf8.count)
        return iso.prefix(shared) <= published.prefix(shared)
    }
}

/// Reads which dates clauses name, and what of.
struct ClauseDates {
    let database: Database

    /// So many words before a date may say what it is the date of, and how it stands to that.
    private static let reach = (event: 7, place: 4)

    /// The dates that the clause names, in the order of its words.
    func dates(of clause: ClauseRecord) throws(SQLiteError) -> [ClauseDate] {
        let rows = try database.rows(
            """
            SELECT iso, value_start, value_end FROM clause_value
            WHERE clause_id = ?1 AND kind = 'date' ORDER BY position
            """, [clause.id], as: String.self, Int.self, Int.self)
        let quote = Array(clause.quote.unicodeScalars)
        return rows.compactMap { iso, start, end in
            let range = start - clause.start..<end - clause.start
            guard range.lowerBound >= 0, range.upperBound <= quote.count else { return nil }
            func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(quote[range])) }
            return Self.date(iso, words: text(range), before: text(0..<range.lowerBound))
        }
    }

    /// - Parameters:
    ///   - words: those that name the date.
    ///   - before: what stands before them.
    static func date(_ iso: String, words: String, before: String) -> ClauseDate {
        let isNamed = words.contains(iso.prefix(4))
        let told = QueryText(before).tokens.suffix(reach.event).reversed()
        // "Last year" and "Tuesday" say it themselves; between "until" and the year may stand "the end of".
        let near = told.prefix(reach.place) + QueryText(words).tokens.prefix(1)
        return ClauseDate(
            iso: iso, basis: isNamed ? .said : .reckoned, event: told.lazy.compactMap(event).first,
            place: near.lazy.compactMap(place).first)
    }

    private static func place(_ token: QueryToken) -> ClauseDate.Place? {
        rows(token.folded).compactMap(ClauseDate.Place.init).first
    }

    private static func event(_ token: QueryToken) -> ClauseDate.Event? {
        // "The end of 2025" is a time.
        if token.folded == "end" { return nil }
        return (rows(token.folded) + (stems[token.stem] ?? [])).compactMap(ClauseDate.Event.init).first
    }

    private static func rows(_ word: String) -> [String] {
        Assets.rows(of: "data/concepts/event_words.tsv", for: word).compactMap { $0.count == 2 ? $0[1] : nil }
    }

    /// By the stem of a word what it says.
    private static let stems: [String: [String]] = {
        var stems: [String: [String]] = [:]
        for row in Assets.table("data/concepts/event_words.tsv") where row.count == 2 {
            stems[PorterStemmer.stem(row[0]), default: []].append(row[1])
        }
        return stems
    }()
}
