internal import Model

/// Which companies each paragraph names and how many clauses it holds: a digest tells one deal a paragraph.
struct ParagraphCompanies {
    private struct Paragraph {
        /// Mentions by company.
        var mentions: [Int: Int] = [:]
        var total = 0
        var clauses: Float = 0
        var cues = 0
    }

    private var paragraphs: [Int: Paragraph] = [:]
    private let order: [Int]

    init(_ deal: DealText, _ clauses: [Extraction.Clause]) {
        let sentences = deal.text.article.sentences
        for mention in deal.mentions where mention.sentence >= 0 {
            paragraphs[sentences[mention.sentence].paragraph, default: Paragraph()].mentions[
                mention.company, default: 0] += 1
            paragraphs[sentences[mention.sentence].paragraph]?.total += 1
        }
        for clause in clauses {
            let sentence = deal.sentence(ofFirstTokenIn: clause.quote)
            guard sentence >= 0 else { continue }
            paragraphs[sentences[sentence].paragraph]?.clauses += Float(clause.confidence)
        }
        for sentence in 0..<deal.sentenceCount {
            let count = deal.hits[deal.sentenceHits[sentence]].count {
                deal.lexicon.kinds.contains(Int($0.cue)) || $0.cue == deal.lexicon.agree
            }
            paragraphs[sentences[sentence].paragraph]?.cues += count
        }
        order = paragraphs.keys.sorted()
    }

    /// Of the paragraph that is most about the two: their share of its mentions, the other companies, the
    /// weaker one's mentions, its clauses and cues, and whether they are the two most named in it.
    func row(_ a: Int, _ b: Int) -> [Float] {
        var best: (share: Float, row: [Float]) = (0, [0, 8, 0, 0, 0, 0])
        for index in order {
            guard let paragraph = paragraphs[index], let x = paragraph.mentions[a], let y = paragraph.mentions[b] else {
                continue
            }
            let share = Float(x + y) / Float(paragraph.total)
            guard share > best.share else { continue }
            let ahead = paragraph.mentions.count { $0.key != a && $0.key != b && $0.value > min(x, y) }
            best = (
                share,
                [
                    share, Float(paragraph.mentions.count - 2), Float(min(x, y, 6)), min(paragraph.clauses, 10),
                    Float(min(paragraph.cues, 20)),
                    ahead == 0 ? 1 : 0,
                ]
            )
        }
        return best.row
    }
}
