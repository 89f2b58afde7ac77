import Model

// The records of the store as JSON. The keys are the names of columns and stay as they are.

extension CompanyRecord {
    var json: JSON {
        [
            "id": .int(Int(id)), "name": .string(name), "aliases": .strings(aliases), "products": .strings(products),
            "articles": .int(articles), "mentions": .int(mentions), "agreements": .int(agreements),
        ]
    }
}

extension AgreementRecord {
    var json: JSON {
        [
            "id": .int(Int(id)), "kind": .string(kind.rawValue), "status": .string(status.rawValue),
            "parties": .strings(parties), "amount": .number(value?.amount), "currency": .string(value?.currency),
            "reported": .string(reported), "announced": .string(announced), "effective": .string(effective),
            "expires": .string(expires),
            "articles": .int(articles), "sources": .int(sources), "clauses": .int(clauses),
            "confidence": .share(confidence),
        ]
    }

    /// What an event says of its agreement.
    var summary: JSON { Hit.Agreement(id: id, kind: kind, status: status, parties: parties).json }
}

extension Hit.Agreement {
    var json: JSON {
        [
            "id": .int(Int(id)), "kind": .string(kind.rawValue), "status": .string(status.rawValue),
            "parties": .strings(parties),
        ]
    }
}

extension AgreementDetail.PartyRole {
    var json: JSON {
        [
            "company": .string(company), "role": .string(role), "owes": .strings(owes.map(\.rawValue)),
            "gets": .strings(gets.map(\.rawValue)),
        ]
    }
}

extension AgreementReport {
    var json: JSON {
        [
            "article": .string(source), "title": .string(title), "published": .string(published),
            "status": .string(status.rawValue), "amount": .number(value?.amount), "currency": .string(value?.currency),
            "announced": .string(announced), "effective": .string(effective), "expires": .string(expires),
            "confidence": .share(confidence), "reprint_of": .string(reprintOf),
        ]
    }
}

extension ClauseRecord {
    var json: JSON {
        [
            "id": .int(Int(id)), "type": .string(type.rawValue), "status": .string(status.rawValue),
            "obligor": .strings(obligors), "beneficiary": .strings(beneficiaries),
            "agreement": .int(agreement.map(Int.init)), "quote": .string(quote), "start": .int(start),
            "end": .int(end), "amount": .number(amount?.amount), "currency": .string(amount?.currency),
            "percent": .number(percent), "speaker": .string(speaker), "confidence": .share(confidence),
            "article": .string(source), "title": .string(title), "published": .string(published), "line": .int(line),
        ]
    }
}

extension ArticleRecord {
    var json: JSON {
        [
            "id": .int(Int(id)), "source": .string(source), "title": .string(title), "published": .string(published),
            "publisher": .string(publisher), "agreements": .int(agreements), "clauses": .int(clauses),
            "current": .bool(current), "ingested": .string(ingested), "extractor": .string(extractor),
            "sha256": .string(sha256),
        ]
    }
}

extension Hit {
    var json: JSON {
        [
            "article": .string(source), "title": .string(title), "published": .string(published), "line": .int(line),
            "clause": .int(clause.map(Int.init)), "type": .string(type?.rawValue), "status": .string(status?.rawValue),
            "agreement": agreement?.json ?? .null, "obligor": .strings(obligors),
            "beneficiary": .strings(beneficiaries), "quote": .string(quote), "start": .int(start), "end": .int(end),
            "score": .share(score),
        ]
    }
}

extension CompanyDetail {
    var json: JSON {
        company.json.adding([
            "agreements": .array(agreements.map(\.json)), "owes": .array(owes.map(\.json)),
            "owed": .array(owed.map(\.json)),
        ])
    }
}

extension AgreementDetail {
    var json: JSON {
        agreement.json.adding([
            "roles": .array(roles.map(\.json)), "history": .array(history.map { $0.json.removing("agreement") }),
            "reports": .array(reports.map(\.json)),
            "clauses": .array(clauses.map(\.json)),
        ])
    }
}

extension ClauseDetail {
    var json: JSON {
        clause.json.adding(["agreement": agreement?.summary ?? .null, "sentence": .string(sentence)])
    }
}

extension ArticleDetail {
    var json: JSON {
        article.json.adding([
            "companies": .strings(companies), "agreements": .array(agreements.map(\.json)),
            "clauses": .array(clauses.map(\.json)), "body": .string(body),
        ])
    }
}

extension JSON {
    fileprivate func removing(_ key: String) -> JSON {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.key != key })
    }

    /// The object with these members: those of the same name replaced where they stand, others put last.
    fileprivate func adding(_ others: JSON) -> JSON {
        guard case .object(var members) = self, case .object(let added) = others else { return self }
        for member in added {
            if let index = members.firstIndex(where: { $0.key == member.key }) {
                members[index] = member
            } else {
                members.append(member)
            }
        }
        return .object(members)
    }
}
