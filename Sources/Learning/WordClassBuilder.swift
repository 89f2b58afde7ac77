internal import Extraction
internal import Foundation

/// Turns `data/words/classes.tsv` into the hashed table that `WordClasses` uses in place.
public struct WordClassBuilder {
    private var writer = HashedTableWriter(valueSize: 4)

    /// - Parameter data: the project's data folder.
    /// - Throws: where the table cannot be read.
    public init(data: String) throws {
        let text = try String(contentsOfFile: "\(data)/words/classes.tsv", encoding: .utf8)
        for line in text.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t")
            guard columns.count == 4, let fine = UInt16(columns[1]), let middle = UInt8(columns[2]),
                let coarse = UInt8(columns[3])
            else { continue }
            writer.set(FeatureHash.of(columns[0].utf8), [UInt8(fine & 0xFF), UInt8(fine >> 8), middle, coarse])
        }
    }

    /// `data/models/word-classes.bin`
    public func encoded() -> [UInt8] { writer.encoded() }
}
