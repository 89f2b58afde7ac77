internal import Assets
internal import Model

/// The headline sum and the dates of an agreement, from the values of its clauses.
enum AgreementDetails {
    /// Clauses whose sum is the price; where there are none, those that say what is paid for (`a supply agreement worth
    /// $50 million`).
    private static let prices: Set<String> = ["payment", "equity-stake", "minimum-commitment"]
    private static let goods: Set<String> = ["supply", "license-grant", "distribution", "development"]

    static func fill(_ agreement: inout Extraction.Agreement, from clauses: [Extraction.Clause], in article: Article) {
        let priced = sums(clauses, of: prices, in: article)
        let sums = priced.isEmpty ? sums(clauses, of: goods, in: article) : priced
        // Of several sums in one currency the largest is the price; parts of it are smaller.
        agreement.value = sums.first.flatMap { first in
            sums.filter { $0.currency == first.currency }.max { $0.amount < $1.amount }
        }
        if agreement.status == .signed || agreement.status == .proposed { agreement.announced = article.published }
        for clause in clauses where clause.type.rawValue == "term" && clause.status != .ended {
            for value in clause.values {
                guard case .date(let date) = value.content else { continue }
                if isEnd(value.range, in: article, clause.quote) {
                    agreement.expires = agreement.expires ?? date
                } else {
                    agreement.effective = agreement.effective ?? date
                }
            }
        }
    }

    private static func sums(_ clauses: [Extraction.Clause], of types: Set<String>, in article: Article) -> [Money] {
        clauses.filter { types.contains($0.type.rawValue) }.flatMap(\.values).compactMap { value in
            guard case .money(let money) = value.content, !isPriceOfOne(money, at: value.range, in: article) else {
                return nil
            }
            return money
        }
    }

    /// `$1.70 a meal`, `€210 per phone`, `$48 each`: no deal costs so little, and the next word says what does.
    private static func isPriceOfOne(_ money: Money, at range: TextRange, in article: Article) -> Bool {
        guard money.amount < 100_000 else { return false }
        let next = article.text[range.end...].drop { $0 == 0x20 || $0 == 0x0A }.prefix { (0x61...0x7A).contains($0) }
        return oneWords.contains { next.elementsEqual($0) }
    }

    /// Words before a date and after a sum that say what it is.
    private static let (endWords, oneWords) = (neighbours("end"), neighbours("one"))

    private static func neighbours(_ sense: String) -> [[UInt8]] {
        Assets.table("data/cues/value_neighbours.tsv").filter { $0.last == sense }.map { Array($0[0].utf8) }
    }

    /// One of the three words before the date says that it is the end.
    private static func isEnd(_ range: TextRange, in article: Article, _ quote: TextRange) -> Bool {
        let words = article.text[quote.start..<range.start].split { $0 == 0x20 || $0 == 0x0A }.suffix(4)
        return words.contains { word in endWords.contains(word.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }) }
    }
}
