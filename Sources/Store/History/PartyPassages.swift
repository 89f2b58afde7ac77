internal import Model
internal import SQLite

/// Finds the words by which an article tells of an agreement, where no clause is the answer.
struct PartyPassages {
    let database: Database

    /// The sentence that names most of the parties, the first of those; the title only where no other does.
    func naming(partiesOf agreement: Int64, in article: Int64) throws(SQLiteError) -> Wording? {
        try sentence(naming: 1, of: agreement, in: article)
    }

    /// As `naming`, where it names two of them.
    func namingTwo(partiesOf agreement: Int64, in article: Int64) throws(SQLiteError) -> Wording? {
        try sentence(naming: 2, of: agreement, in: article)
    }

    private func sentence(
        naming least: Int, of agreement: Int64, in article: Int64
    ) throws(SQLiteError) -> Wording? {
        try database.row(
            """
            SELECT text, line FROM sentence_view WHERE id = (
                SELECT sentence.id FROM sentence
                JOIN mention ON sentence_id = sentence.id
                JOIN agreement_party ON agreement_party.company_id = mention.company_id AND agreement_id = ?2
                WHERE sentence.article_id = ?1
                GROUP BY sentence.id HAVING count(DISTINCT mention.company_id) >= ?3
                ORDER BY min(count(DISTINCT mention.company_id), 2) DESC, line = 1, sentence.id LIMIT 1)
            """, [article, agreement, least], as: String.self, Int.self
        ).map { Wording(text: $0.0, line: $0.1) }
    }
}
