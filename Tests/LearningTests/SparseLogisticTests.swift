import Extraction
import Testing

@testable import Learning

/// Rows of one to three features; feature 7 says output 0, feature 9 output 2, the others, up to the last of a table of 8
/// bits, nothing.
private func sample() -> (rows: SparseRows, labels: [[Int]]) {
    var rows = SparseRows()
    var labels: [[Int]] = []
    for number in 0..<200 {
        let (first, second) = (number % 3 == 0, number % 5 == 0)
        rows.add([UInt32(239 + number % 17)], value: 1)
        if first { rows.add([7], value: 1) }
        if second { rows.add([9], value: 0.5) }
        rows.endRow()
        labels.append((first ? [0] : []) + (second ? [2] : []))
    }
    return (rows, labels)
}

@Test func sparseLogisticLearnsEachOutput() {
    let (rows, labels) = sample()
    let model = SparseLogistic(rows: rows, labels: labels, outputs: 3, options: .init(bits: 8))
    for row in 0..<rows.count {
        let probabilities = model.probabilities(of: row, in: rows)
        #expect((probabilities[0] > 0.5) == labels[row].contains(0))
        #expect(probabilities[1] < 0.1)
        #expect((probabilities[2] > 0.5) == labels[row].contains(2))
    }
}

@Test func sparseLogisticLearnsShares() {
    let (rows, labels) = sample()
    let model = SparseLogistic(
        rows: rows, labels: labels.map { _ in [0] }, shares: labels.map { $0.contains(0) ? 0.9 : 0.3 }, outputs: 1,
        options: .init(bits: 8))
    for row in 0..<rows.count {
        let expected: Float = labels[row].contains(0) ? 0.9 : 0.3
        #expect(abs(model.probabilities(of: row, in: rows)[0] - expected) < 0.15)
    }
}

@Test func sparseLogisticIsDeterministic() {
    let (rows, labels) = sample()
    let models = (0..<2).map { _ in SparseLogistic(rows: rows, labels: labels, outputs: 3, options: .init(bits: 8)) }
    #expect(models[0].encoded() == models[1].encoded())
}

@Test(arguments: [1, 3, 8, 15, 44]) func encodedLinearModelScoresAlike(outputs: Int) throws {
    let (rows, labels) = sample()
    let model = SparseLogistic(
        rows: rows, labels: labels.map { $0.filter { $0 < outputs } }, outputs: outputs, options: .init(bits: 8))
    let bytes = AlignedBytes(model.encoded())
    let compact = try #require(LinearModel(bytes.buffer))
    let scores = UnsafeMutableBufferPointer<Float>.allocate(capacity: outputs)
    defer { scores.deallocate() }
    for row in 0..<rows.count {
        compact.start(scores)
        for entry in rows.starts[row]..<rows.starts[row + 1] {
            withUnsafePointer(to: rows.hashes[entry]) {
                compact.add(.init(start: $0, count: 1), times: rows.values[entry], to: scores)
            }
        }
        for (output, probability) in model.probabilities(of: row, in: rows).enumerated() {
            #expect(abs(sigmoid(scores[output]) - probability) < 0.02)
        }
    }
}

@Test func linearModelRefusesOtherBytes() {
    let bytes = AlignedBytes([UInt8](repeating: 1, count: 100))
    #expect(LinearModel(bytes.buffer) == nil)
}

@Test func featuresOfOneSourceAreLeftOut() throws {
    var rows = SparseRows()
    for source in 0..<40 {
        // Feature 7 << 10 says yes everywhere; the other is a different one in each source.
        if source % 2 == 0 { rows.add([7 << 10], value: 1) }
        rows.add([UInt32(100 + source) << 10], value: 1)
        rows.endRow()
    }
    let labels = (0..<40).map { $0 % 2 == 0 ? [0] : [] }
    var options = SparseLogistic.Options(bits: 16)
    options.minimumSources = 2
    let model = SparseLogistic(rows: rows, labels: labels, outputs: 1, options: options, sources: Array(0..<40))
    let bytes = AlignedBytes(model.encoded())
    let compact = try #require(LinearModel(bytes.buffer))
    #expect(compact.knows(7 << 10))
    #expect(!compact.knows(100 << 10))
    #expect(compact.weight(7 << 10) > 0)
    #expect(compact.weight(100 << 10) == 0)
}
