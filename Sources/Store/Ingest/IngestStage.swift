/// What is done to file an article.
public enum IngestStage: Sendable {
    /// Rows of articles, companies, agreements and clauses.
    case write
    /// Words for the full-text indexes; they are merged at the commit.
    case index
    case commit
}

/// Tells those who measure what was done; shared by the parts of a writer.
final class IngestWatch {
    var done: (IngestStage) -> Void = { _ in }
}
