internal import Glibc
internal import Learning
internal import Model

/// Makes articles out of annotated ones: sentences of others between one's own, other names, other numbers.
///
/// Names follow a long-tailed law, so that the vocabulary keeps growing with the corpus as that of news does.
struct Recombiner {
    private let sources: [SourceArticle]
    private let names: NameMaker
    /// Sentences of running text and the article that they stand in; and those of them that quote no clause.
    private let donors: [Donor]
    private let plainDonors: [Donor]
    /// The articles that tell of deals, and those that do not.
    private let deals: [Int]
    private let others: [Int]
    /// Of a hundred articles, how many tell of deals; nil for as many as the annotated ones.
    private let dealShare: Int?

    private typealias Donor = (article: Int, sentence: Int)

    init(_ articles: [AnnotatedArticle], dealShare: Int? = nil) {
        self.dealShare = dealShare
        let rare = Recombiner.rareWords(of: articles)
        let cut = articles.map { SourceArticle($0, rareWords: rare) }
        sources = cut
        names = NameMaker(articles)
        let donors: [Donor] = cut.indices.flatMap { article in
            cut[article].sentences.indices.filter { cut[article].sentences[$0].role == .body }.map { (article, $0) }
        }
        self.donors = donors
        plainDonors = donors.filter { !cut[$0.article].sentences[$0.sentence].saysClause }
        deals = cut.indices.filter { cut[$0].tellsOfDeals }
        others = cut.indices.filter { !cut[$0].tellsOfDeals }
    }

    /// The text of article `number`: always the same.
    func article(_ number: Int) -> [UInt8] {
        var random = SplitMix(seed: number)
        var (hosts, donors) = (Array(sources.indices), donors)
        if let dealShare {
            let tellsOfDeals = Int.random(in: 0..<100, using: &random) < dealShare
            (hosts, donors) = tellsOfDeals ? (deals, donors) : (others, plainDonors)
        }
        guard let place = hosts.randomElement(using: &random) else { return [] }
        let host = sources[place]
        let cast = (0..<max(4, host.companies)).map { _ in Character(&random) }
        var text: [UInt8] = []
        var paragraph = 0
        for sentence in host.sentences {
            if !text.isEmpty { text += sentence.paragraph == paragraph ? [0x20] : [0x0A, 0x0A] }
            paragraph = sentence.paragraph
            var sentence = sentence
            if sentence.role == .body, Int.random(in: 0..<100, using: &random) < 45,
                let donor = donors.randomElement(using: &random)
            {
                sentence = sources[donor.article].sentences[donor.sentence]
            }
            append(sentence, cast, &text, &random)
        }
        return text + [0x0A]
    }

    /// A company of the article to be made.
    private struct Character {
        /// The rank of its name.
        var rank: Int
        /// Keeps the name that it has in the source, which may be one that everybody knows.
        var keepsName: Bool

        init(_ random: inout SplitMix) {
            rank = Recombiner.longTailed(&random)
            keepsName = Int.random(in: 0..<100, using: &random) < 15
        }
    }

    private func append(
        _ sentence: SourceSentence, _ cast: [Character], _ text: inout [UInt8], _ random: inout SplitMix
    ) {
        for part in sentence.parts {
            switch part {
            case .text(let bytes): text += bytes
            case .number(let digits): text += Recombiner.number(like: digits, &random)
            case .rareWord(let word):
                text += Bool.random(using: &random) ? word : names.name(Recombiner.longTailed(&random), .short)
            case .company(let index, let style, let original):
                let company = cast[index % cast.count]
                text += company.keepsName ? original : names.name(company.rank, style)
            }
        }
    }

    /// A rank with the chance (1 + rank / 200)^-0.8 to be exceeded.
    private static func longTailed(_ random: inout SplitMix) -> Int {
        let chance = Double.random(in: 0.0001..<1, using: &random)
        return Int(200 * (pow(chance, -1.25) - 1))
    }

    /// A number that can stand for `digits`: a day for a day, a year for a year, else as many digits.
    private static func number(like digits: [UInt8], _ random: inout SplitMix) -> [UInt8] {
        let value = digits.count <= 4 ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : 0
        if digits.count <= 2, (1...31).contains(value) {
            return Array(String(Int.random(in: 1...28, using: &random)).utf8)
        }
        if digits.count == 4, (1900...2099).contains(value) {
            return Array(String(Int.random(in: 1990...2029, using: &random)).utf8)
        }
        return [UInt8.random(in: 0x31...0x39, using: &random)]
            + digits.dropFirst().map { _ in UInt8.random(in: 0x30...0x39, using: &random) }
    }

    /// Capitalised words of five letters and more that stand only once or twice in all articles.
    private static func rareWords(of articles: [AnnotatedArticle]) -> Set<String> {
        var counts: [String: Int] = [:]
        for article in articles {
            for word in article.article.text.split(whereSeparator: { !SentenceParts.isWordByte($0) })
            where word.count >= 5 {
                counts[String(decoding: word, as: UTF8.self), default: 0] += 1
            }
        }
        let capitalised = counts.filter { word, count in
            count <= 2 && word.utf8.first.map { (0x41...0x5A).contains($0) } == true
                && word.dropFirst().allSatisfy(\.isLowercase)
        }
        return Set(capitalised.keys)
    }
}
