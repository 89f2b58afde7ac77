import Extraction
import Testing

@testable import Learning

@Test(arguments: [0, 1, 12, 13, 1000]) func aHashedTableHasWhatWasSetAndNothingElse(count: Int) throws {
    func hash(_ number: Int) -> UInt64 { FeatureHash.of("\(number)".utf8) }
    var writer = HashedTableWriter(valueSize: 4)
    for number in 0..<count { writer.set(hash(number), UInt32(number)) }
    let bytes = AlignedBytes(writer.encoded())
    let table = try #require(HashedTable(bytes.buffer, valueSize: 4))
    for number in 0..<count { #expect(table.value(hash(number), as: UInt32.self) == UInt32(number)) }
    for number in count..<count + 100 { #expect(table.value(hash(number), as: UInt32.self) == nil) }
}

@Test func aHashedTableOfAnotherFormIsRefused() {
    var writer = HashedTableWriter(valueSize: 4)
    writer.set(1, UInt32(1))
    let (whole, cut) = (AlignedBytes(writer.encoded()), AlignedBytes(writer.encoded().dropLast(4)))
    withExtendedLifetime((whole, cut)) {
        #expect(HashedTable(whole.buffer, valueSize: 4) != nil)
        #expect(HashedTable(whole.buffer, valueSize: 8) == nil)
        #expect(HashedTable(cut.buffer, valueSize: 4) == nil)
    }
}

/// What is looked for is near where it is looked for first, or a look-up would go through the table.
@Test func aHashedTableSpreadsItsKeys() {
    let capacity = 4000
    let places = (0..<3000).map { HashedTable.place(HashedTable.key(FeatureHash.of("\($0)".utf8)), capacity: capacity) }
    for quarter in 0..<4 {
        let count = places.count { $0 * 4 / capacity == quarter }
        #expect(count > 600 && count < 900)
    }
}
