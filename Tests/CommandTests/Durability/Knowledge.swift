import Foundation

/// What a knowledge base holds, by its canonical dump.
struct Knowledge: Equatable {
    /// The records of each article and of its clauses, by the SHA-256 of the article.
    var articles: [Substring: [Substring]] = [:]
    /// Where each article came from.
    var sources: Set<String> = []
    /// The whole dump.
    let text: String

    init(_ dump: String) {
        text = dump
        for line in dump.split(separator: "\n") {
            for opening in [#"{"record":"article","sha256":""#, #"{"record":"clause","article":""#]
            where line.hasPrefix(opening) {
                let rest = line.dropFirst(opening.count)
                articles[rest.prefix(64), default: []].append(line)
                let source = rest.dropFirst(64 + #"","source":""#.count).prefix { $0 != "\"" }
                if opening.contains("sha256") { sources.insert(String(source)) }
            }
        }
    }

    init(_ database: String, in place: Workplace) throws {
        self.init(try place.kb(["dump", "--db", database]).text)
    }

    /// The articles that are not here as `complete` has them, clauses and all.
    func articles(otherThanIn complete: Knowledge) -> [Substring] {
        articles.keys.filter { complete.articles[$0] != articles[$0] }
    }
}

extension Workplace {
    /// A folder of `count` different short articles. Their names leave no choice, so that each says the same whichever
    /// others are there.
    /// - Parameter step: one in so many tells of a deal; the others are filed in a tenth of the time.
    func writeArticles(_ count: Int, to name: String = "articles", sentences: Int = 1, dealEvery step: Int = 1) throws {
        let folder = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let more = [
            "Under the agreement Acme will supply Bolt with 20 tons of steel.",
            "Bolt will pay Acme a fee of 3 mln dlrs.",
        ]
        for number in 0..<count {
            let first = "Acme Corp said it signed an agreement with Bolt Inc for steel from mill \(number)."
            let deal = ([first] + more.prefix(sentences - 1)).joined(separator: " ")
            let text = number % step == 0 ? deal : "The roof of mill \(number) was mended on Monday."
            try Data(text.utf8).write(to: folder.appendingPathComponent(String(format: "%05d.txt", number)))
        }
    }

    /// In bytes; 0 where there is no such file.
    func size(of name: String) -> Int {
        var info = stat()
        return stat(folder.appendingPathComponent(name).path, &info) == 0 ? Int(info.st_size) : 0
    }

    /// The names of the files in the folder that begin so.
    func files(beginning prefix: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix(prefix) }.sorted()
    }
}

/// The same numbers in each run, so that what failed can be looked at again.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
