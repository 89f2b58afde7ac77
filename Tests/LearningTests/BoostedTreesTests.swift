import Extraction
import Testing

@testable import Learning

/// Two columns on a grid; yes where exactly one of them is large, which no single split can say.
private func sample() -> (rows: [Float], labels: [Bool]) {
    var rows: [Float] = []
    var labels: [Bool] = []
    for x in 0..<40 {
        for y in 0..<40 {
            rows += [Float(x) / 40, Float(y) / 39]
            labels.append((x >= 15) != (y >= 22))
        }
    }
    return (rows, labels)
}

private let options: BoostedTrees.Options = {
    var options = BoostedTrees.Options()
    options.trees = 30
    options.rate = 0.3
    return options
}()

@Test func boostedTreesLearnAnInteraction() {
    let (rows, labels) = sample()
    let trees = BoostedTrees(rows: rows, columns: 2, labels: labels, options: options)
    let right = labels.indices.count { (trees.probability(rows[2 * $0..<2 * $0 + 2]) > 0.5) == labels[$0] }
    #expect(right == labels.count)
}

@Test func boostedTreesOfOneAnswerGiveIt() {
    let trees = BoostedTrees(rows: [1, 2, 3], columns: 1, labels: [true, true, true], options: options)
    #expect(trees.probability([2]) > 0.7)
}

@Test func boostedTreesLearnShares() {
    let rows: [Float] = (0..<400).map { Float($0 % 2) }
    let trees = BoostedTrees(rows: rows, columns: 1, shares: rows.map { 0.6 + 0.3 * $0 }, options: options)
    #expect(abs(trees.probability([0]) - 0.6) < 0.02)
    #expect(abs(trees.probability([1]) - 0.9) < 0.02)
}

@Test func treesOfDrawnColumnsAreTheSameEachTime() {
    let (rows, labels) = sample()
    var drawn = options
    drawn.columnShare = 0.5
    let trees = [0, 1].map { _ in BoostedTrees(rows: rows, columns: 2, labels: labels, options: drawn).encoded() }
    #expect(trees[0] == trees[1])
    #expect(trees[0] != BoostedTrees(rows: rows, columns: 2, labels: labels, options: options).encoded())
}

@Test func encodedTreesGiveTheSameValues() throws {
    let (rows, labels) = sample()
    let trees = BoostedTrees(rows: rows, columns: 2, labels: labels, options: options)
    let bytes = AlignedBytes(trees.encoded())
    let compact = try #require(TreeEnsemble(bytes.buffer))
    #expect(compact.features == 2)
    // Four rows go side by side; of any number of rows each gets its own value.
    for count in [0, 1, 3, 4, 5, labels.count] {
        let expected = (0..<count).map { trees.value(rows[2 * $0..<2 * $0 + 2]) }
        #expect(compact.values(Array(rows[..<(2 * count)])) == expected)
    }
}

@Test func treeEnsembleRefusesOtherBytes() {
    let bytes = AlignedBytes([UInt8](repeating: 1, count: 100))
    #expect(TreeEnsemble(bytes.buffer) == nil)
}
