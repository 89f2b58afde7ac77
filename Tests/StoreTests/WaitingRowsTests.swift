import Testing

@testable import Store

struct WaitingRowsTests {
    @Test func rowsOutOfOrder() {
        var rows = WaitingRows<String>()
        for (id, row) in [(5, "e"), (7, "g"), (2, "b"), (5, "later")] { rows.add(row, id: Int64(id)) }
        #expect(rows.holds(2) && rows.holds(7) && !rows.holds(3) && !rows.holds(9))
        #expect(rows.row(5) == "later" && rows.row(6) == nil)
        rows.change(7) { $0 = "changed" }
        rows.change(8) { $0 = "nothing" }
        #expect(rows.inOrder().map(\.id) == [2, 5, 7])
        #expect(rows.inOrder().map(\.row) == ["b", "later", "changed"])
    }

    @Test func packedTexts() {
        var texts = PackedTexts()
        let places = ["e1 e2", "", "tæg"].map { texts.add($0) }
        #expect(places.map { texts[$0] } == ["e1 e2", "", "tæg"])
    }
}
