internal import SQLite

/// How else the texts of the base may write the letters of a word: "Ørsted" for "orsted", and the other way round.
final class LetterVariants {
    private let database: Database
    /// More spellings of a word are not looked for.
    private static let most = 8

    init(_ database: Database) { self.database = database }

    /// The folded word of `token` first, then its other spellings. Marks need none: the index leaves them out.
    func of(_ token: QueryToken) throws(SQLiteError) -> [String] {
        let plain = PlainLetters.shared.plain(token.folded)
        var found = [token.folded]
        func add(_ word: String) { if !found.contains(word) { found.append(word) } }
        add(plain)
        add(PlainLetters.shared.other(token.text))
        guard token.shape == .word, !CommonWords.shared.isSilent(token.folded) else { return found }
        for word in try known(Array(plain.utf8)) { add(word) }
        return found
    }

    /// `word` with letters that the base has in the place of plain ones. No word of the base may begin so, and
    /// for most words that is soon found out.
    private func known(_ word: [UInt8]) throws(SQLiteError) -> [String] {
        var found: [[UInt8]] = []
        var open: [(head: [UInt8], rest: ArraySlice<UInt8>)] = [([], word[...])]
        while let (head, rest) = open.popLast(), found.count < Self.most {
            for place in rest.indices {
                for spelling in PlainLetters.shared.unmarked where rest[place...].starts(with: spelling.plain) {
                    let begun = head + rest[..<place] + spelling.letter
                    guard try isBegun(begun) else { continue }
                    let left = rest[(place + spelling.plain.count)...]
                    found.append(begun + left)
                    open.append((begun, left))
                }
            }
        }
        return found.map { String(decoding: $0, as: UTF8.self) }
    }

    private func isBegun(_ start: [UInt8]) throws(SQLiteError) -> Bool {
        try !database.values(
            "SELECT 1 FROM sentence_vocabulary WHERE term >= ?1 AND term < ?1 || char(0x10FFFF) LIMIT 1",
            [String(decoding: start, as: UTF8.self)], as: Int.self
        ).isEmpty
    }
}
