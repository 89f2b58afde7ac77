internal import Assets

/// Classes of words of like use, at three sizes; from `data/words/classes.tsv`.
struct WordClasses: Sendable {
    static let shared = WordClasses()

    /// Of a word that stands for itself.
    static let none = Entry(fine: 0, middle: 0, coarse: 0)

    /// The classes of a word; all 0 for one that stands for itself.
    struct Entry: Sendable {
        var fine: UInt16
        var middle: UInt8
        var coarse: UInt8
    }

    private let table: HashedTable?

    private init() {
        table = Assets.bytes("data/models/word-classes.bin").flatMap { HashedTable($0, valueSize: 4) }
    }

    /// The classes of a word by the hash of its folded form; nil where it is not listed.
    func entry(_ hash: UInt64) -> Entry? {
        guard let value = table?.value(hash, as: UInt32.self) else { return nil }
        return Entry(fine: UInt16(value & 0xFFFF), middle: UInt8(value >> 16 & 0xFF), coarse: UInt8(value >> 24))
    }
}
