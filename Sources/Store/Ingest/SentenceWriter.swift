internal import Model
internal import SQLite

/// Files an article's sentences as ranges, the companies named in them, and their words in the full-text index.
final class SentenceWriter {
    private let database: Database
    private let watch: IngestWatch
    private let insert: Statement
    private let mention: Statement
    private let index: Statement

    init(_ database: Database, _ watch: IngestWatch) throws(SQLiteError) {
        self.database = database
        self.watch = watch
        insert = try Statement(
            database, "INSERT INTO sentence (article_id, byte_start, byte_end, line) VALUES (?1, ?2, ?3, ?4)")
        mention = try Statement(
            database,
            """
            INSERT INTO mention (sentence_id, mention_start, mention_end, company_id) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT DO NOTHING
            """)
        index = try Statement(database, "INSERT INTO sentence_fts (rowid, text, tags) VALUES (?1, ?2, ?3)")
    }

    /// - Returns: the id of each of the article's sentences, in its order.
    func file(_ entry: Entry, article: Int64, companies: [Int64]) throws(SQLiteError) -> [Int64] {
        var ids: [Int64] = []
        ids.reserveCapacity(entry.article.sentences.count)
        var mentions = entry.layout.mentions[...]
        for (number, sentence) in entry.article.sentences.enumerated() {
            let range = sentence.range
            try insert.bind(article, at: 1)
            try insert.bind(Int64(range.start), at: 2)
            try insert.bind(Int64(range.end), at: 3)
            try insert.bind(Int64(entry.layout.lines[number]), at: 4)
            try insert.run()
            let id = database.lastInsertedID
            ids.append(id)

            let here = mentions.prefix { $0.sentence == number }
            mentions = mentions.dropFirst(here.count)
            var named: [Int64] = []
            for place in here {
                named.append(companies[place.company])
                try mention.bind(id, at: 1)
                try mention.bind(Int64(place.start), at: 2)
                try mention.bind(Int64(place.end), at: 3)
                try mention.bind(companies[place.company], at: 4)
                try mention.run()
            }
            try index.bind(id, at: 1)
            try index.bind(text: entry.article.text, range.bytes, at: 2)
            try index.bind(Tags.companies(named), at: 3)
            watch.done(.write)
            try index.run()
            watch.done(.index)
        }
        return ids
    }
}
