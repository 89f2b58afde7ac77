internal import Extraction
internal import Foundation
internal import Model

/// Turns the tables of names under `data/` into the two hashed tables that `Lexicon` uses in place.
public struct LexiconBuilder {
    private var words: [UInt64: WordTraits] = [:]
    private var names: [UInt64: NameTraits] = [:]

    /// Reads all tables below `data`, the project's data folder.
    /// - Throws: where a table cannot be read.
    public init(data: String) throws {
        let lists: [(String, WordTraits)] = [
            ("legal_suffixes", .legalSuffix), ("organisation_heads", .organisation), ("titles", .title),
            ("company_roles", .companyRole), ("calendar_words", .calendar), ("first_names", .firstName),
            ("family_names", .familyName), ("silent_words", .silent), ("connectors", .connector),
            ("company_nouns", .companyNoun), ("demonyms", .demonym), ("other_words", .other), ("english", .english),
            ("small_places", .smallPlace), ("thing_words", .thing),
        ]
        for (file, traits) in lists {
            for row in try Self.rows(of: "\(data)/names/\(file).tsv") { addWord(row[0], traits) }
        }
        for row in try Self.rows(of: "\(data)/names/places.tsv") { addPlace(row[0]) }
        for row in try Self.rows(of: "\(data)/register/known.tsv") { addName(row[0], .known) }
        for row in try Self.rows(of: "\(data)/register/institutions.tsv") { addName(row[0], .institution) }
        for row in try Self.rows(of: "\(data)/register/companies.tsv") {
            addName(row[0], .listed)
            if row.count > 1, !row[1].isEmpty { addWord(row[1], .ticker) }
        }
        let otherNames = try Self.rows(of: "\(data)/register/other_names.tsv")
        for name in otherNames.joined() { addName(name, .listed) }
        addOtherNames(otherNames)
    }

    /// Gives the names of one company, and what they are other names of, one number.
    private mutating func addOtherNames(_ rows: [[String]]) {
        for (number, row) in rows.enumerated() where row.count == 2 {
            let keys = row.map { key($0) }
            let known = keys.compactMap { names[$0]?.company }.first { $0 > 0 }
            for key in keys where names[key, default: []].company == 0 {
                names[key, default: []].formUnion(NameTraits(rawValue: (known ?? UInt32(number + 1)) << 8))
            }
        }
    }

    private func key(_ name: String) -> UInt64 {
        let all = hashes(name)
        let spoken = all.filter { !words[$0, default: []].contains(.silent) }
        return NameHash.name(spoken.isEmpty ? all : spoken)
    }

    private static func rows(of path: String) throws -> [[String]] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.split(separator: "\n").dropFirst().map { line in
            line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The hashes of the words of `name`, signs left out.
    private func hashes(_ name: String) -> [UInt64] {
        let text = TokenizedText(Article(source: "", title: "", text: Array(name.utf8), sentences: []))
        return text.tokens.compactMap { NameHash.word($0, folded: text.folded) }
    }

    private mutating func addWord(_ word: String, _ traits: WordTraits) {
        let found = hashes(word)
        if found.count == 1 { words[found[0], default: []].formUnion(traits) }
    }

    private mutating func addPlace(_ name: String) {
        let found = hashes(name)
        if found.count == 1 { words[found[0], default: []].formUnion(.place) }
        if !found.isEmpty { names[NameHash.name(found), default: []].formUnion(.place) }
    }

    private mutating func addName(_ name: String, _ traits: NameTraits) {
        let all = hashes(name)
        let spoken = all.filter { !words[$0, default: []].contains(.silent) }
        let found = spoken.isEmpty ? all : spoken
        guard let first = found.first else { return }
        words[first, default: []].formUnion(.opensRegisterName)
        if found.count == 1, name.first?.isLowercase == true, !name.contains(where: \.isUppercase) {
            words[first, default: []].formUnion(.lowerCaseName)
        }
        names[NameHash.name(found), default: []].formUnion(traits)
    }

    /// `data/models/words.bin`
    public func encodedWords() -> [UInt8] {
        var writer = HashedTableWriter(valueSize: 4)
        for (hash, traits) in words { writer.set(hash, traits.rawValue) }
        return writer.encoded()
    }

    /// `data/models/register.bin`
    public func encodedNames() -> [UInt8] {
        var writer = HashedTableWriter(valueSize: 4)
        for (hash, traits) in names { writer.set(hash, traits.rawValue) }
        return writer.encoded()
    }
}
