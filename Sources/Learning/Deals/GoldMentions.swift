internal import Extraction
internal import Model

/// Companies and clauses of an answer as extractions: looked up in the text.
enum GoldMentions {
    /// With every place where a name stands, the longest names first.
    static func companies(_ answer: AnnotatedArticle.Answer, in text: TokenizedText) -> [Extraction.Company] {
        var companies = answer.companies.map {
            Extraction.Company(name: $0.name, aliases: $0.aliases, products: $0.products)
        }
        var forms: [(words: [String], company: Int?)] = []
        for (index, company) in answer.companies.enumerated() {
            for form in [company.name] + company.aliases { forms.append((words(form), index)) }
            for form in company.products { forms.append((words(form), nil)) }
        }
        let order = forms.indices.sorted {
            (-forms[$0].words.joined().count, $0) < (-forms[$1].words.joined().count, $1)
        }
        let tokens = text.tokens.indices.map { text.text($0) }
        var isTaken = [Bool](repeating: false, count: tokens.count)
        for index in order {
            let form = forms[index].words
            guard !form.isEmpty, form.count <= tokens.count else { continue }
            for start in 0...tokens.count - form.count where tokens[start] == form[0] {
                let range = start..<start + form.count
                guard tokens[range].elementsEqual(form), !isTaken[range].contains(true) else { continue }
                for place in range { isTaken[place] = true }
                if let company = forms[index].company { companies[company].mentions.append(text.range(range)) }
            }
        }
        for index in companies.indices { companies[index].mentions.sort() }
        return companies
    }

    private static func words(_ form: String) -> [String] {
        let text = TokenizedText(Article(source: "", title: "", text: Array(form.utf8), sentences: []))
        let words = text.tokens.indices.map { text.text($0) }
        return words.count > 1 && words.last == "." ? words.dropLast() : words
    }

    static func clauses(_ answer: AnnotatedArticle.Answer, in text: TokenizedText) -> [Extraction.Clause] {
        answer.clauses.compactMap { clause in
            ClauseMatch.range(of: clause.quote, in: text.article.text).map {
                Extraction.Clause(type: ClauseType(rawValue: clause.type), quote: $0)
            }
        }
    }
}
