import Testing

@testable import kb

/// How much work may be under way at once.
@Suite struct HandoffTests {
    @Test func whatIsWantedNextIsNeverMadeToWait() {
        let handoff = Handoff<String>(capacity: 10, budget: 100)
        #expect(handoff.mayBegin(0, taking: 500))
        #expect(!handoff.mayBegin(1, taking: 1))
        #expect(handoff.give(["a"], number: 0))
        guard case .piece(["a"]) = handoff.take(until: nil) else { Issue.record("no piece"); return }
        // Not done with yet, but whoever has the next one goes on.
        #expect(!handoff.mayBegin(2, taking: 1))
        #expect(handoff.mayBegin(1, taking: 500))
        handoff.done(taking: 500)
        #expect(!handoff.mayBegin(2, taking: 1))
        handoff.done(taking: 500)
        #expect(handoff.mayBegin(2, taking: 60))
        #expect(handoff.mayBegin(3, taking: 40))
        #expect(!handoff.mayBegin(4, taking: 1))
    }

    @Test func piecesComeInTheOrderOfTheirItems() {
        let handoff = Handoff<Int>(capacity: 10, budget: 10)
        #expect(handoff.give([3, 4], number: 3) && handoff.give([0, 1, 2], number: 0))
        handoff.end(after: 5)
        var taken: [Int] = []
        while case .piece(let piece) = handoff.take(until: nil) { taken += piece }
        #expect(taken == [0, 1, 2, 3, 4])
    }

    /// Threads with texts of all sizes: all goes on, and no more is under way than the budget and the item that is
    /// wanted next.
    @Test func nobodyWaitsForEver() {
        let (count, budget) = (300, 50)
        let sizes = (0..<count).map { $0 % 37 == 0 ? 120 : $0 % 11 }
        let handoff = Handoff<Int>(capacity: 64, budget: budget)
        let workers = (0..<4).compactMap { first in
            Worker {
                for start in stride(from: first * 5, to: count, by: 20) {
                    var made: [Int] = []
                    for index in start..<min(start + 5, count) {
                        if !handoff.mayBegin(index, taking: sizes[index]) {
                            if !made.isEmpty { _ = handoff.give(made, number: index - made.count) }
                            made = []
                            guard handoff.begin(index, taking: sizes[index]) else { return }
                        }
                        made.append(index)
                    }
                    if !made.isEmpty { _ = handoff.give(made, number: min(start + 5, count) - made.count) }
                }
                handoff.end(after: count)
            }
        }
        var taken: [Int] = []
        while case .piece(let piece) = handoff.take(until: nil) {
            taken += piece
            handoff.done(taking: piece.reduce(0) { $0 + sizes[$1] })
        }
        workers.forEach { $0.join() }
        #expect(taken == Array(0..<count))
    }

    @Test func whoWaitsIsToldWhenNobodyWantsMore() {
        let handoff = Handoff<Int>(capacity: 2, budget: 1)
        #expect(handoff.mayBegin(0, taking: 5))
        let worker = Worker { #expect(!handoff.begin(1, taking: 5)) }
        handoff.close()
        worker?.join()
    }
}
