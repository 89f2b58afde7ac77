internal import Model

/// Where the facts of an article stand in it, in the database's terms: code points, lines, sentences.
///
/// A range that does not lie in the text on the borders of characters is left out: its quote could not
/// be found again.
struct Layout: Sendable {
    struct Clause: Sendable {
        /// Index into the extraction's clauses.
        @Small var index: Int
        /// Counted from 1; 0 for none.
        @Small private var sentenceNumber: Int
        @Small var start: Int
        @Small var end: Int
        @Small var line: Int

        init(index: Int, sentence: Int?, start: Int, end: Int, line: Int) {
            (self.index, self.start, self.end, self.line) = (index, start, end, line)
            sentenceNumber = sentence.map { $0 + 1 } ?? 0
        }

        /// Index into the article's sentences; nil where the quote begins outside of all.
        var sentence: Int? { sentenceNumber > 0 ? sentenceNumber - 1 : nil }
    }

    struct Mention: Sendable {
        /// Index into the extraction's companies.
        @Small var company: Int
        @Small var sentence: Int
        @Small var start: Int
        @Small var end: Int
    }

    struct Value: Sendable {
        var content: Model.Value.Content
        var start: Int
        var end: Int
    }

    /// The line of each sentence, counted from 1.
    let lines: [UInt32]
    let clauses: [Clause]
    /// By sentence, then by place.
    let mentions: [Mention]
    /// The names of each of the extraction's companies: its own first.
    let names: [[Name]]
    /// What the article says of names that may stand for each other.
    let ties: [NameTie]
    /// What was read, in packed form.
    let packed: [UInt8]
    /// Of articles that tell of an agreement.
    let sketch: Sketch?
    private let map: CodePointMap

    struct Name: Sendable {
        /// As `company_name.kind` says it.
        var kind: String
        var name: String
        var key: CompanyKey
        /// Nil for a product.
        var identity: IdentityKey?
    }

    /// - Parameter isFiled: whether the article is in the knowledge base already: then only what depends on the
    ///   companies that it names is wanted, which is a tenth of the work.
    init(article: Article, extraction: Extraction, isFiled: Bool = false) {
        map = CodePointMap(article.text)
        var lineCounter = LineCounter(article.text)
        lines = article.sentences.map { UInt32(clamping: lineCounter.line(atByte: $0.range.start)) }
        names = isFiled ? [] : extraction.companies.map(Self.names)
        ties = NameTie.ties(names, in: article, extraction.companies)
        packed = isFiled ? [] : PackedExtraction.bytes(extraction, of: article.text)
        sketch = isFiled || extraction.agreements.isEmpty ? nil : Sketch(article.text)
        mentions = Self.mentions(article, extraction, map)

        lineCounter = LineCounter(article.text)
        let order = extraction.clauses.indices
            .filter { article.holds(extraction.clauses.quote(at: $0)) }
            .sorted { (extraction.clauses.quote(at: $0), $0) < (extraction.clauses.quote(at: $1), $1) }
        let map = map
        clauses = order.map { index in
            let quote = extraction.clauses.quote(at: index)
            return Clause(
                index: index, sentence: article.sentence(atByte: quote.start),
                start: map.codePoint(atByte: quote.start), end: map.codePoint(atByte: quote.end),
                line: lineCounter.line(atByte: quote.start))
        }
    }

    /// What is said in a clause of the article.
    func values(of clause: Extraction.Clause, in article: Article) -> [Value] {
        clause.values.filter { article.holds($0.range) }.map {
            Value(
                content: $0.content, start: map.codePoint(atByte: $0.range.start),
                end: map.codePoint(atByte: $0.range.end))
        }
    }

    static func names(of company: Extraction.Company) -> [Name] {
        let names =
            [("name", company.name)] + company.aliases.map { ("alias", $0) } + company.products.map { ("product", $0) }
        return names.map { kind, name in
            let key = CompanyKey(name)
            return Name(kind: kind, name: name, key: key, identity: kind == "product" ? nil : IdentityKey(name, key))
        }
    }

    private static func mentions(_ article: Article, _ extraction: Extraction, _ map: CodePointMap) -> [Mention] {
        var mentions: [Mention] = []
        for (company, known) in extraction.companies.enumerated() {
            for range in known.mentions where article.holds(range) {
                guard let sentence = article.sentence(atByte: range.start) else { continue }
                mentions.append(
                    Mention(
                        company: company, sentence: sentence, start: map.codePoint(atByte: range.start),
                        end: map.codePoint(atByte: range.end)))
            }
        }
        return mentions.sorted { ($0.sentence, $0.start, $0.company) < ($1.sentence, $1.start, $1.company) }
    }
}

/// A number in four bytes: a long text has millions of places, and none is as long as four bytes count.
@propertyWrapper
struct Small: Sendable {
    private var number: UInt32

    init(wrappedValue: Int) { number = UInt32(clamping: wrappedValue) }

    var wrappedValue: Int {
        get { Int(number) }
        set { number = UInt32(clamping: newValue) }
    }
}

/// Counts lines up to places that are asked for in the order of the text.
private struct LineCounter {
    private let text: [UInt8]
    private var offset = 0
    private var line = 1

    init(_ text: [UInt8]) { self.text = text }

    mutating func line(atByte end: Int) -> Int {
        while offset < end {
            if text[offset] == UInt8(ascii: "\n") { line += 1 }
            offset += 1
        }
        return line
    }
}

extension Article {
    /// Whether `range` is a stretch of the text that begins and ends on the borders of characters.
    fileprivate func holds(_ range: TextRange) -> Bool {
        guard range.start >= 0, range.start < range.end, range.end <= text.count else { return false }
        return isBorder(range.start) && isBorder(range.end)
    }

    private func isBorder(_ offset: Int) -> Bool { offset == text.count || text[offset] & 0xC0 != 0x80 }

    /// The index of the sentence that holds the byte at `offset`.
    fileprivate func sentence(atByte offset: Int) -> Int? {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].range.end <= offset { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count && sentences[low].range.start <= offset ? low : nil
    }
}
