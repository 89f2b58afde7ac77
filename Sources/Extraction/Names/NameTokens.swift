internal import Model

/// The tokens of an article with what name finding asks of each: letter case, word shape, affixes, lists,
/// the run of capitals it stands in, and whether a name could lie on it.
///
/// A class, as all steps share it and it never changes.
package final class NameTokens: NameTokenAccess, Sendable {
    package let text: TokenizedText
    package let words: [NameToken]
    package let settings: [Setting]

    /// How the letters of a sentence are set: what a capital is worth there.
    package enum Setting: UInt8, Sendable { case body, heading, titleCase, capitals }

    package init(_ text: TokenizedText, lexicon: Lexicon) {
        let marker = NameTokenMarker(text, lexicon: lexicon)
        self.text = text
        words = marker.words
        settings = marker.settings
    }
}

/// Tokens with what is known of them, while it is being found and after.
package protocol NameTokenAccess {
    var text: TokenizedText { get }
    var words: [NameToken] { get }
    /// For each sentence, how its letters are set.
    var settings: [NameTokens.Setting] { get }
}

extension NameTokenAccess {
    package var count: Int { words.count }

    /// The hash of the folded token at `index`; 0 outside the text.
    @inline(__always)
    package func hash(_ index: Int) -> UInt64 {
        words.indices.contains(index) ? text.tokens[index].hash : 0
    }

    @inline(__always)
    package func setting(at index: Int) -> NameTokens.Setting {
        let sentence = Int(text.tokens[index].sentence)
        return sentence < 0 ? .body : settings[sentence]
    }

    /// The byte of a one-byte sign; 0 for every other token.
    @inline(__always)
    package func sign(_ index: Int) -> UInt8 {
        guard words.indices.contains(index) else { return 0 }
        let token = text.tokens[index]
        return token.kind == .sign && token.end - token.start == 1 ? text.folded[Int(token.foldedStart)] : 0
    }

    /// `'s`, or the bare apostrophe of a plural.
    @inline(__always)
    package func isPossessive(_ index: Int) -> Bool {
        guard words.indices.contains(index) else { return false }
        return text.tokens[index].kind == .possessive || sign(index) == 0x27
    }
}
