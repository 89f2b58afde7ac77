internal import Model

/// Which companies each paragraph names and how many clauses it holds: a digest tells one deal a paragraph.
struct ParagraphCompanies {
    private struct Paragraph {
        /// The companies that it names, with their mentions.
        var companies: [(company: Int, count: Int)] = []
        var total = 0
        var clauses: Float = 0
        var cues = 0
    }

    /// In the order of the text, from the first of the section on.
    private var paragraphs: [Paragraph]
    /// For each company the paragraphs that name it, in order, with its mentions.
    private var named: [[(paragraph: Int, count: Int)]]

    init(_ deal: DealText, _ clauses: [Extraction.Clause]) {
        let sentences = deal.text.article.sentences
        let first = sentences.first?.paragraph ?? 0
        let count = (sentences.last?.paragraph ?? first) - first + 1
        paragraphs = [Paragraph](repeating: Paragraph(), count: count)
        named = deal.mentionsOf.map { mentions in
            var named: [(paragraph: Int, count: Int)] = []
            for mention in mentions where deal.mentions[mention].sentence >= 0 {
                let paragraph = sentences[deal.mentions[mention].sentence].paragraph - first
                if named.last?.paragraph != paragraph { named.append((paragraph, 0)) }
                named[named.count - 1].count += 1
            }
            return named
        }
        for (company, named) in named.enumerated() {
            for (paragraph, count) in named {
                paragraphs[paragraph].companies.append((company, count))
                paragraphs[paragraph].total += count
            }
        }
        for clause in clauses {
            let sentence = deal.sentence(ofFirstTokenIn: clause.quote)
            guard sentence >= 0 else { continue }
            paragraphs[sentences[sentence].paragraph - first].clauses += Float(clause.confidence)
        }
        for sentence in 0..<deal.sentenceCount {
            let count = deal.hits[deal.sentenceHits[sentence]].count {
                deal.lexicon.kinds.contains(Int($0.cue)) || $0.cue == deal.lexicon.agree
            }
            paragraphs[sentences[sentence].paragraph - first].cues += count
        }
    }

    /// Of the paragraph that is most about the two: their share of its mentions, the other companies, the
    /// weaker one's mentions, its clauses and cues, and whether they are the two most named in it.
    func append(_ a: Int, _ b: Int, to row: inout [Float]) {
        var best: (share: Float, place: Int, least: Int) = (0, -1, 0)
        var (i, j) = (0, 0)
        while i < named[a].count, j < named[b].count {
            let (one, other) = (named[a][i], named[b][j])
            if one.paragraph == other.paragraph {
                let share = Float(one.count + other.count) / Float(paragraphs[one.paragraph].total)
                if share > best.share { best = (share, one.paragraph, min(one.count, other.count)) }
            }
            if one.paragraph <= other.paragraph { i += 1 }
            if other.paragraph <= one.paragraph { j += 1 }
        }
        guard best.place >= 0 else {
            for value: Float in [0, 8, 0, 0, 0, 0] { row.append(value) }
            return
        }
        let paragraph = paragraphs[best.place]
        let isOutdone = paragraph.companies.contains { $0.company != a && $0.company != b && $0.count > best.least }
        row.append(best.share)
        row.append(Float(paragraph.companies.count - 2))
        row.append(Float(min(best.least, 6)))
        row.append(min(paragraph.clauses, 10))
        row.append(Float(min(paragraph.cues, 20)))
        row.append(isOutdone ? 0 : 1)
    }
}
