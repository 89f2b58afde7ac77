import Model

/// The names of the fields of each kind of record, for CSV, TSV and Markdown, where even an empty answer has
/// a header.
enum RecordKeys {
    static let company = Delimited.header(CompanyRecord(id: 0, name: "").json)
    static let agreement = Delimited.header(agreementRecord.json)
    static let clause = Delimited.header(
        ClauseRecord(
            id: 0, type: ClauseType(rawValue: ""), status: .stated, quote: "", start: 0, end: 0, line: 0, article: 0,
            source: "", title: ""
        ).json)
    static let article = Delimited.header(
        ArticleRecord(id: 0, source: "", title: "", sha256: "", ingested: "", extractor: "").json)
    static let hit = Delimited.header(
        Hit(
            agreement: .init(id: 0, kind: AgreementKind(rawValue: ""), status: .signed, parties: []), quote: "",
            start: 0, end: 0, article: 0, source: "", title: "", line: 0, score: 0
        ).json)

    static let event = Delimited.header(
        TimelineEvent(what: "", agreement: agreementRecord, source: "", title: "").json)

    static let conflict: [String] = {
        let side = Conflict.Side(says: "", quote: "", source: "", title: "", published: nil, line: 0, article: 0)
        return Delimited.header(
            Conflict(
                agreement: 0, kind: AgreementKind(rawValue: ""), parties: [], field: "", one: side, other: side
            ).json)
    }()

    private static let agreementRecord = AgreementRecord(
        id: 0, kind: AgreementKind(rawValue: ""), status: .signed, parties: [])
}
