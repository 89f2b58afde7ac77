internal import FuzzSupport
internal import Model
internal import Store

private let path = Sample.path("damaged")

private let sound = {
    Sample.make(at: path)
    return Sample.read(path)
}()

/// A damaged database is told as such, or what is left of it is read; it never ends or stops the program.
///
/// The input says what is damaged: three bytes for a place, one for the byte that stands there now; a first
/// byte of 255 cuts the file at the first place. Without that a fuzzer would hardly get past the header.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDatabase(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = bytes(start, count)
    guard input.count >= 5 else { return 0 }
    var database = sound
    for offset in stride(from: 1, to: input.count - 3, by: 4) {
        let place = Int(input[offset]) << 16 | Int(input[offset + 1]) << 8 | Int(input[offset + 2])
        database[place % database.count] = input[offset + 3]
    }
    if input[0] == 255 {
        database.removeSubrange(
            (Int(input[1]) << 16 | Int(input[2]) << 8 | Int(input[3])) % database.count..<database.count)
    }
    Sample.write(database, to: path)
    readAll()
    Sample.write(database, to: path)
    writeSome()
    return 0
}

/// What it throws is as good as what it returns, unless it says that kb itself is at fault.
private func attempt(_ body: () throws -> Void) {
    do { try body() } catch StoreError.failed(let reason) {
        // A length that the damage makes up can be more than there is memory.
        require(["malformed", "out of memory"].contains { reason.contains($0) }, reason)
    } catch {}
}

private func readAll() {
    guard let store = try? Store.open(path, mode: .read, busyTimeout: 0) else { return }
    defer { store.close() }
    attempt { _ = try store.answer(Query(text: "exclusive rights OpenAI")) }
    attempt { _ = try store.answer(Query(text: "steel*", company: "Acme")) }
    attempt { _ = try store.companies() }
    attempt { _ = try store.agreements() }
    attempt { _ = try store.clauses() }
    attempt { _ = try store.articles() }
    attempt { _ = try store.company("1") }
    attempt { _ = try store.article("1") }
    attempt { _ = try store.statistics() }
    attempt { _ = try store.verify() }
    attempt { try store.dump { _ in } }
}

private func writeSome() {
    guard let store = try? Store.open(path, mode: .create, busyTimeout: 0, backup: false) else { return }
    defer { store.close() }
    attempt { _ = try store.ingest(Sample.entries) }
    attempt { _ = try store.forget(article: "1") }
}
