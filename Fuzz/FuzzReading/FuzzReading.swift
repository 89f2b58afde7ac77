internal import FuzzSupport
internal import Reading

/// Any bytes are an article or are refused.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReading(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let article = try? Reader().read(bytes(start, count), source: "fuzz") { check(article) }
    return 0
}
