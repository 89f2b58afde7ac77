public import Model

/// Turns bytes into an `Article`.
public struct Reader: Sendable {
    public init() {}

    /// Reads `bytes` (a whole file) as the article that came from `source`.
    public func read(_ bytes: [UInt8], source: String) -> Article {
        Article(source: source, title: "", text: bytes, sentences: [])
    }
}
