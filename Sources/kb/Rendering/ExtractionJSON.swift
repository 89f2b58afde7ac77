import Model

/// An extraction as the JSON object that `kb extract` prints.
struct ExtractionJSON {
    let article: Article
    let extraction: Extraction
    private let codePoints: CodePointMap

    init(_ extraction: Extraction, of article: Article) {
        self.article = article
        self.extraction = extraction
        codePoints = CodePointMap(article.text)
    }

    var object: JSON {
        [
            "article": ["title": .string(article.title), "published": .string(article.published)],
            "companies": .array(extraction.companies.map(company)),
            "agreements": .array(extraction.agreements.enumerated().map { agreement($1, id: $0) }),
            "clauses": .array(extraction.clauses.map(clause)),
        ]
    }

    private func company(_ company: Extraction.Company) -> JSON {
        [
            "name": .string(company.name), "aliases": .strings(company.aliases),
            "products": .strings(company.products), "confidence": .share(company.confidence),
        ]
    }

    private func agreement(_ agreement: Extraction.Agreement, id: Int) -> JSON {
        [
            "id": .string(agreementID(id)), "kind": .string(agreement.kind.rawValue),
            "parties": names(agreement.parties),
            "status": .string(agreement.status.rawValue), "amount": .number(agreement.value?.amount),
            "currency": .string(agreement.value?.currency), "announced": .string(agreement.announced),
            "effective": .string(agreement.effective), "expires": .string(agreement.expires),
            "confidence": .share(agreement.confidence),
        ]
    }

    private func clause(_ clause: Extraction.Clause) -> JSON {
        [
            "agreement": clause.agreement.map { .string(agreementID($0)) } ?? .null,
            "type": .string(clause.type.rawValue), "status": .string(clause.status.rawValue),
            "obligor": names(clause.obligors), "beneficiary": names(clause.beneficiaries),
            "quote": .string(article.string(clause.quote)),
            "start": .int(codePoints.codePoint(atByte: clause.quote.start)),
            "end": .int(codePoints.codePoint(atByte: clause.quote.end)),
            "values": .array(clause.values.map(value)),
            "speaker": .string(clause.speaker.map(article.string)),
            "confidence": .share(clause.confidence),
        ]
    }

    private func value(_ value: Value) -> JSON {
        let words = JSON.string(article.string(value.range))
        return switch value.content {
        case .money(let money):
            ["text": words, "amount": .number(money.amount), "currency": .string(money.currency)]
        case .percent(let percent): ["text": words, "percent": .number(percent)]
        case .date(let date): ["text": words, "date": .string(date)]
        case .duration(let duration): ["text": words, "duration": .string(duration)]
        }
    }

    private func names(_ companies: [Int]) -> JSON {
        .strings(companies.map { extraction.companies[$0].name })
    }

    private func agreementID(_ index: Int) -> String { "a\(index + 1)" }
}
