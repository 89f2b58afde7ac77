import Model
import Store
import Testing

/// A suite that files reports of deals in an empty knowledge base.
protocol DealSuite {
    var store: Store { get }
}

extension DealSuite {
    /// The agreements of a sound knowledge base that has filed `entries`.
    func agreements(_ entries: [Entry]) throws -> [AgreementRecord] {
        _ = try store.ingest(entries)
        #expect(try store.verify() == [])
        return try store.agreements()
    }
}
