internal import Model

/// An extraction as bytes, about a quarter of the size of its article, for the column `reading.facts`.
///
/// Names that stand in the text are kept as the mention that they are; the terms of the tables of types and kinds
/// are written once and then counted. The first byte is the version of this form.
enum PackedExtraction {
    static let version: UInt8 = 1

    static func bytes(_ extraction: Extraction, of text: [UInt8]) -> [UInt8] {
        var writer = ExtractionWriter(text: text)
        writer.write(extraction)
        return writer.out.bytes
    }

    /// - Throws: `Malformed` where the bytes are not an extraction of `text`.
    static func extraction(_ bytes: [UInt8], of text: [UInt8]) throws(PackedReader.Malformed) -> Extraction {
        var reader = ExtractionReader(bytes, text: text)
        return try reader.read()
    }

    /// The companies alone, without the agreements and clauses after them.
    /// - Throws: `Malformed` where the bytes are not an extraction of `text`.
    static func companies(
        _ bytes: [UInt8], of text: [UInt8]
    ) throws(PackedReader.Malformed) -> [Extraction.Company] {
        var reader = ExtractionReader(bytes, text: text)
        return try reader.readCompanies()
    }

    static let agreementStatuses = AgreementStatus.allCases
    static let clauseStatuses = ClauseStatus.allCases
}
