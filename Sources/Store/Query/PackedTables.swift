/// Lists of numbers and of strings in one run of bytes, used where they lie.
///
/// The form, little-endian, on a 4-byte boundary: `KBQ1`, the number of lists, for each its start and its size in
/// bytes (all UInt32), then the lists. A list of strings is two: where each of them ends, and their UTF-8.
///
/// Unchecked `Sendable`: the bytes are only read.
struct PackedTables: @unchecked Sendable {
    static let magic: UInt32 = 0x3151_424B

    private let lists: [UnsafeRawBufferPointer]

    /// The lists in `bytes`, which must outlive it; none where they are not of the form.
    init(_ bytes: UnsafeRawBufferPointer?) {
        guard let bytes, bytes.count >= 8, bytes.loadUnaligned(as: UInt32.self) == Self.magic else {
            lists = []
            return
        }
        let count = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self))
        guard bytes.count >= 8 + 8 * count else {
            lists = []
            return
        }
        lists = (0..<count).map { index in
            let start = Int(bytes.loadUnaligned(fromByteOffset: 8 + 8 * index, as: UInt32.self))
            let size = Int(bytes.loadUnaligned(fromByteOffset: 12 + 8 * index, as: UInt32.self))
            guard start + size <= bytes.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
            return UnsafeRawBufferPointer(rebasing: bytes[start..<start + size])
        }
    }

    func numbers(_ list: Int) -> PackedNumbers {
        PackedNumbers(list < lists.count ? lists[list] : UnsafeRawBufferPointer(start: nil, count: 0))
    }

    /// The strings of the two lists from `list` on.
    func strings(_ list: Int) -> PackedStrings {
        PackedStrings(
            ends: numbers(list), text: list + 1 < lists.count ? lists[list + 1] : .init(start: nil, count: 0))
    }
}

/// 32-bit numbers, used where they lie.
///
/// Unchecked `Sendable`: the bytes are only read.
struct PackedNumbers: @unchecked Sendable {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var count: Int { bytes.count / 4 }

    subscript(index: Int) -> Int {
        guard index >= 0, index < count else { return 0 }
        return Int(bytes.loadUnaligned(fromByteOffset: index * 4, as: Int32.self))
    }

    /// What belongs to `index`, where these numbers say at which place the share of each ends.
    func share(_ index: Int) -> Range<Int> {
        let start = index > 0 ? self[index - 1] : 0
        return start..<max(start, self[index])
    }
}

/// Strings, used where they lie.
///
/// Unchecked `Sendable`: the bytes are only read.
struct PackedStrings: @unchecked Sendable {
    private let ends: PackedNumbers
    private let text: UnsafeRawBufferPointer

    init(ends: PackedNumbers, text: UnsafeRawBufferPointer) {
        self.ends = ends
        self.text = text
    }

    var count: Int { ends.count }

    subscript(index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

    func bytes(_ index: Int) -> Slice<UnsafeRawBufferPointer> { text[ends.share(index).clamped(to: 0..<text.count)] }

    /// The first place whose string is not before `key`, where they are in the order of their bytes.
    func place(of key: some Collection<UInt8>) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if bytes(middle).lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The place of `key`, where they are in the order of their bytes; nil where it is not among them.
    func index(of key: String) -> Int? {
        let place = place(of: key.utf8)
        return place < count && bytes(place).elementsEqual(key.utf8) ? place : nil
    }
}
