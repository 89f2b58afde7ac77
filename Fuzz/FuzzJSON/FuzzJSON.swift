internal import FuzzSupport
internal import Store

private let path = Sample.path("json")

private nonisolated(unsafe) var store = sound()

private func sound() -> Store {
    Sample.make(at: path)
    return mustWork { try Store.open(path, mode: .write) }
}

/// Any lines are corrections that are made, or are refused for what they say.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let text = String(decoding: bytes(start, count), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    do {
        guard try !store.importCorrections(lines).isEmpty else { return 0 }
    } catch {
        require(!isOurs(error), "\(error)")
        return 0
    }
    require(mustWork { try store.verify() }.isEmpty, "a correction leaves the knowledge base unsound")
    store.close()
    store = sound()
    return 0
}

/// Whether kb itself is at fault.
private func isOurs(_ error: StoreError) -> Bool {
    switch error {
    case .inLine(_, let error): isOurs(error)
    case .failed, .contradicted, .damaged, .foreign: true
    default: false
    }
}
