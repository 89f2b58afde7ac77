public import Model

/// Ends the run where an article's ranges do not lie in its text, in order and between code points.
public func check(_ article: Article) {
    var last = 0
    for sentence in article.sentences {
        require(sentence.range.start >= last || sentence.role == .title, "sentences overlap")
        checkRange(sentence.range, in: article)
        require(sentence.range.count > 0, "a sentence is empty")
        last = sentence.range.end
    }
}

/// Ends the run where what was extracted does not lie in the text, or refers to what is not there.
public func check(_ extraction: Extraction, of article: Article) {
    for company in extraction.companies {
        require(!company.name.isEmpty, "a company has no name")
        for mention in company.mentions { checkRange(mention, in: article) }
    }
    for agreement in extraction.agreements {
        for party in agreement.parties { require(extraction.companies.indices.contains(party), "no such party") }
    }
    for clause in extraction.clauses {
        checkRange(clause.quote, in: article)
        require(clause.quote.count > 0, "a quote is empty")
        require((0...1).contains(clause.confidence), "a confidence is out of range")
        for company in clause.obligors + clause.beneficiaries {
            require(extraction.companies.indices.contains(company), "no such company")
        }
        if let agreement = clause.agreement {
            require(extraction.agreements.indices.contains(agreement), "no such agreement")
        }
    }
}

private func checkRange(_ range: TextRange, in article: Article) {
    require(
        0 <= range.start && range.start <= range.end && range.end <= article.text.count, "a range is out of the text")
    for place in [range.start, range.end] where place < article.text.count {
        require(article.text[place] & 0xC0 != 0x80, "a range cuts a code point")
    }
}
