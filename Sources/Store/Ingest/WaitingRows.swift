/// Rows by their ids, which nearly always come in order: a fifth of the memory that a dictionary of them takes, of which
/// a long article has a hundred thousand.
struct WaitingRows<Row> {
    private var rows: [(id: Int64, row: Row)] = []
    private var isInOrder = true

    var isEmpty: Bool { rows.isEmpty }
    var count: Int { rows.count }

    mutating func add(_ row: Row, id: Int64) {
        if let last = rows.last, last.id >= id { isInOrder = false }
        rows.append((id, row))
    }

    /// The rows in the order of their ids; of those with one id the last.
    mutating func inOrder() -> [(id: Int64, row: Row)] {
        putInOrder()
        return rows
    }

    mutating func holds(_ id: Int64) -> Bool { place(of: id) != nil }

    mutating func row(_ id: Int64) -> Row? { place(of: id).map { rows[$0].row } }

    /// Changes the row, where there is one.
    mutating func change(_ id: Int64, _ body: (inout Row) -> Void) {
        if let place = place(of: id) { body(&rows[place].row) }
    }

    private mutating func place(of id: Int64) -> Int? {
        putInOrder()
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].id == id ? low : nil
    }

    private mutating func putInOrder() {
        guard !isInOrder else { return }
        let sorted = rows.enumerated().sorted { ($0.element.id, $0.offset) < ($1.element.id, $1.offset) }
        rows = sorted.indices.filter { $0 + 1 == sorted.count || sorted[$0 + 1].element.id != sorted[$0].element.id }
            .map { sorted[$0].element }
        isInOrder = true
    }
}

/// Short texts one after the other.
struct PackedTexts {
    private var bytes: [UInt8] = []

    struct Place {
        @Small fileprivate var start: Int
        @Small fileprivate var end: Int
    }

    mutating func add(_ text: String) -> Place {
        let start = bytes.count
        bytes += text.utf8
        return Place(start: start, end: bytes.count)
    }

    subscript(place: Place) -> String { String(decoding: bytes[place.start..<place.end], as: UTF8.self) }
}
