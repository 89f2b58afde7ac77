internal import Extraction
internal import FuzzSupport
internal import Reading
internal import Store

private let extractor = Extractor()

/// Any article can be extracted, and what comes out of it can be filed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzExtraction(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let article = try? Reader().read(bytes(start, count), source: "fuzz") else { return 0 }
    let extraction = extractor.extract(article)
    check(extraction, of: article)
    _ = Entry(article: article, extraction: extraction, sha256: [], extractor: Extractor.version)
    return 0
}
