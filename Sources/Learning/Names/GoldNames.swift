internal import Extraction
internal import Model

/// The names of an article's answer, as they are compared with candidates, and where they stand in the text.
struct GoldNames: Sendable {
    /// Company (index into the answer) by the hash of each of its forms.
    private(set) var companies: [UInt64: Int] = [:]
    private(set) var products: [UInt64: Int] = [:]
    /// `LabelModel.Label` of each token.
    private(set) var labels: [UInt8]

    init(_ answer: AnnotatedArticle.Answer, tokens: NameTokens, lexicon: Lexicon) {
        labels = [UInt8](repeating: 0, count: tokens.count)
        var forms: [(words: [String], isProduct: Bool)] = []
        for (index, company) in answer.companies.enumerated() {
            companies[Self.key(company.name, lexicon)] = index
        }
        for (index, company) in answer.companies.enumerated() {
            for form in [company.name] + company.aliases {
                let key = Self.key(form, lexicon)
                if companies[key] == nil { companies[key] = index }
                forms.append((Self.words(form), false))
            }
            for form in company.products {
                let key = Self.key(form, lexicon)
                if products[key] == nil { products[key] = index }
                forms.append((Self.words(form), true))
            }
        }
        let order = forms.indices.sorted {
            (-forms[$0].words.joined().count, $0) < (-forms[$1].words.joined().count, $1)
        }
        let words = tokens.text.tokens.indices.map { tokens.text.text($0) }
        for index in order { mark(forms[index].words, isProduct: forms[index].isProduct, words, tokens) }
    }

    private static func tokenized(_ text: String) -> TokenizedText {
        TokenizedText(Article(source: "", title: "", text: Array(text.utf8), sentences: []))
    }

    private static func words(_ form: String) -> [String] {
        let text = tokenized(form)
        var words = text.tokens.indices.map { text.text($0) }
        if words.count > 1, words.last == "." { words.removeLast() }
        return words
    }

    /// The hash by which a form is compared with `NameCandidate.key`.
    static func key(_ form: String, _ lexicon: Lexicon) -> UInt64 {
        var bare = form
        // A ticker in brackets is no part of the name.
        if let open = bare.firstIndex(where: { "<([".contains($0) }), open > bare.startIndex {
            bare = String(bare[..<open])
        }
        let text = tokenized(bare)
        let all = text.tokens.compactMap { NameHash.word($0, folded: text.folded) }
        let spoken = all.filter { !lexicon.word($0).contains(.silent) }
        return NameHash.name(spoken.isEmpty ? all : spoken)
    }

    /// Labels every place where `form` stands and nothing is labelled yet.
    private mutating func mark(_ form: [String], isProduct: Bool, _ words: [String], _ tokens: NameTokens) {
        guard !form.isEmpty, form.count <= words.count else { return }
        for start in 0...words.count - form.count where words[start] == form[0] {
            let range = start..<start + form.count
            guard words[range].elementsEqual(form), range.allSatisfy({ labels[$0] == 0 }) else { continue }
            let sentence = tokens.text.tokens[start].sentence
            guard range.allSatisfy({ tokens.text.tokens[$0].sentence == sentence }) else { continue }
            for index in range { labels[index] = isProduct ? 4 : 2 }
            labels[start] = isProduct ? 3 : 1
        }
    }
}
