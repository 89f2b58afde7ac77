internal import Model

/// Someone who acts or is acted on in a clause: a named company, a word that stands for one, or a word for
/// several.
struct Actor {
    enum Form: Int {
        case name, product
        /// `the brewer`, `the Swedes`.
        case described
        /// `it`, `its`.
        case pronoun
        /// `the company`, `the group`.
        case common
        /// `both`, `they`, `each side`: all parties.
        case group
        /// `the bank`, `the seller`: told by its stem.
        case noun
        /// Whoever the words before the quote were about.
        case implied
    }

    var form: Form
    /// The company it is; -1 for groups and for nouns that are not resolved.
    var company: Int
    /// In tokens of the article; empty, before the quote, for an implied one.
    var tokens: Range<Int>
}

/// Reads the actors of a clause and the verbs between them.
struct Actors {
    /// A word of action and whether the passive voice turns it round.
    struct Verb {
        var token: Int
        var cue: UInt8
        var isPassive: Bool
    }

    let quote: Range<Int>
    let sentence: Int
    /// In the order of the text.
    private(set) var actors: [Actor] = []
    private(set) var verbs: [Verb] = []
    /// The company that the words before the quote were about, -1 for none.
    let subject: Int

    /// - Parameter parties: of the agreement; descriptions are told apart among them.
    init(_ deal: DealText, quote range: TextRange, parties: [Int], descriptions: Descriptions) {
        quote = deal.tokens(in: range)
        sentence = quote.isEmpty ? -1 : deal.sentence(ofToken: quote.lowerBound)
        subject = Self.subject(deal, before: quote.lowerBound, sentence: sentence)
        guard sentence >= 0 else { return }
        findVerbs(deal)
        findActors(deal)
        findDescribed(deal, parties, descriptions)
        actors.sort { ($0.tokens.lowerBound, $0.form.rawValue) < ($1.tokens.lowerBound, $1.form.rawValue) }
        let opensWithVerb = (verbs.first?.token ?? .max) < (actors.first?.tokens.lowerBound ?? .max)
        if actors.isEmpty || opensWithVerb {
            actors.insert(Actor(form: .implied, company: subject, tokens: quote.lowerBound..<quote.lowerBound), at: 0)
        }
    }

    /// The first company of the sentence before `token`, else that of the nearest sentence before that names one.
    private static func subject(_ deal: DealText, before token: Int, sentence: Int) -> Int {
        guard sentence >= 0 else { return -1 }
        if let first = deal.sentenceMentions[sentence].first(where: { deal.mentions[$0].tokens.upperBound <= token }) {
            return deal.mentions[first].company
        }
        var back = sentence - 1
        while back >= 0, back >= sentence - 6 {
            let role = deal.text.article.sentences[back].role
            if role != .title || back == sentence - 1, let first = deal.sentenceMentions[back].first {
                return deal.mentions[first].company
            }
            back -= 1
        }
        return -1
    }

    private mutating func findVerbs(_ deal: DealText) {
        let lexicon = deal.lexicon
        for hit in deal.hits[deal.sentenceHits[sentence]]
        where quote.contains(Int(hit.first)) && lexicon.isVerb(hit.cue) {
            let token = Int(hit.first)
            let isPassive = (1...3).contains { back in
                token - back >= quote.lowerBound && deal.stems[token - back] == lexicon.be
            }
            verbs.append(Verb(token: token, cue: hit.cue, isPassive: isPassive))
        }
    }

    private mutating func findActors(_ deal: DealText) {
        for index in deal.sentenceMentions[sentence] {
            let mention = deal.mentions[index]
            guard quote.contains(mention.tokens.lowerBound) else { continue }
            actors.append(
                Actor(form: mention.isProduct ? .product : .name, company: mention.company, tokens: mention.tokens))
        }
        for hit in deal.hits[deal.sentenceHits[sentence]] where quote.contains(Int(hit.first)) {
            let tokens = Int(hit.first)..<Int(hit.end)
            let lexicon = deal.lexicon
            if hit.cue == lexicon.pronoun {
                actors.append(Actor(form: .pronoun, company: antecedent(deal, tokens.lowerBound), tokens: tokens))
            } else if hit.cue == lexicon.group {
                actors.append(Actor(form: .group, company: -1, tokens: tokens))
            } else if tokens.lowerBound > 0, lexicon.articles.contains(deal.stems[tokens.lowerBound - 1]) {
                if hit.cue == lexicon.provider || hit.cue == lexicon.customer {
                    actors.append(Actor(form: .noun, company: -1, tokens: tokens))
                } else if hit.cue == lexicon.role {
                    actors.append(Actor(form: .common, company: antecedent(deal, tokens.lowerBound), tokens: tokens))
                }
            }
        }
    }

    /// `the brewer`, `the Swedish group`, `the Swedes`, `Stockholm`: takes the place of what else was read there.
    private mutating func findDescribed(_ deal: DealText, _ parties: [Int], _ descriptions: Descriptions) {
        guard parties.count > 1 else { return }
        var token = quote.lowerBound
        while token < quote.upperBound {
            let opens = deal.lexicon.articles.contains(deal.stems[token])
            let isCountry = deal.lexicon.country(deal.stems[token]) != nil && deal.mentionAt[token] < 0
            if opens || isCountry,
                let (company, end) = descriptions.company(deal, at: opens ? token + 1 : token, among: parties)
            {
                let tokens = token..<max(end, token + 1)
                actors.removeAll { $0.form.rawValue > Actor.Form.product.rawValue && $0.tokens.overlaps(tokens) }
                if !actors.contains(where: { $0.tokens.overlaps(tokens) }) {
                    actors.append(Actor(form: .described, company: company, tokens: tokens))
                }
                token = tokens.upperBound
            } else {
                token += 1
            }
        }
    }

    /// The company that a pronoun at `token` stands for: the first one named before it in the sentence, else
    /// what the words before were about.
    private func antecedent(_ deal: DealText, _ token: Int) -> Int {
        let before = deal.sentenceMentions[sentence].first { deal.mentions[$0].tokens.upperBound <= token }
        return before.map { deal.mentions[$0].company } ?? subject
    }
}
