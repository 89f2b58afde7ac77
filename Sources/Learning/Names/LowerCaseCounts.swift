internal import Extraction

/// How often each word is written in lower case in the training articles.
struct LowerCaseCounts {
    private(set) var counts: [UInt64: Int] = [:]

    mutating func add(_ text: TokenizedText) {
        for token in text.tokens where Self.counts(token) { counts[token.hash, default: 0] += 1 }
    }

    private static func counts(_ token: Token) -> Bool { token.kind == .word && !token.isCapitalized }

    /// 0: never, 1: once or twice, 2: up to 19 times, 3: more.
    private static func category(_ count: Int) -> UInt8 { count == 0 ? 0 : count < 3 ? 1 : count < 20 ? 2 : 3 }

    /// The class of each token of `text`, its own article left out where `isOwn`.
    func classes(_ text: TokenizedText, isOwn: Bool) -> [UInt8] {
        var own: [UInt64: Int] = [:]
        if isOwn { for token in text.tokens where Self.counts(token) { own[token.hash, default: 0] += 1 } }
        return text.tokens.map { Self.category(counts[$0.hash, default: 0] - own[$0.hash, default: 0]) }
    }

    func encoded() -> [UInt8] {
        var writer = HashedTableWriter(valueSize: 1)
        for (hash, count) in counts { writer.set(hash, Self.category(count)) }
        return writer.encoded()
    }
}
