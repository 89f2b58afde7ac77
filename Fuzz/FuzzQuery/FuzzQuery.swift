internal import FuzzSupport
internal import Model
internal import Store

private nonisolated(unsafe) let store = {
    let path = Sample.path("query")
    Sample.make(at: path)
    let store = mustWork { try Store.open(path, mode: .read) }
    Sample.remove(path)
    return store
}()

/// Any text is a query: it finds something or nothing, and is no error of the full-text search.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzQuery(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: bytes(start, count), as: UTF8.self)
    _ = mustWork { try store.answer(Query(text: text)) }
    return 0
}
