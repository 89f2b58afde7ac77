internal import Model

/// Finds out what `NameTokens` says of each token, step by step.
struct NameTokenMarker: NameTokenAccess {
    let text: TokenizedText
    var words: [NameToken]
    private(set) var settings: [NameTokens.Setting]

    init(_ text: TokenizedText, lexicon: Lexicon) {
        self.text = text
        words = NameToken.all(of: text, lexicon: lexicon)
        settings = text.sentenceTokens.indices.map { Self.letterSetting($0, text) }
        markCurrencies()
        markOpenings()
        markCommonWords()
        markRuns()
        markRegister(lexicon)
        markOpen()
    }

    private static func letterSetting(_ sentence: Int, _ text: TokenizedText) -> NameTokens.Setting {
        var letters = 0, capitals = 0, isTagged = false
        var long = 0, longCapitalized = 0
        for index in text.sentenceTokens[sentence] {
            let token = text.tokens[index]
            if token.kind == .sign {
                let sign = text.folded[Int(token.foldedStart)]
                if sign == 0x3C { isTagged = true } else if sign == 0x3E { isTagged = false }
            }
            guard token.kind == .word, !isTagged else { continue }
            let length = Int(token.end - token.start)
            letters += length
            if token.flags.contains(.allCapitals) { capitals += length } else if token.isCapitalized { capitals += 1 }
            if length > 3 {
                long += 1
                if token.isCapitalized { longCapitalized += 1 }
            }
        }
        if letters > 5, capitals * 5 > letters * 4 { return .capitals }
        switch text.article.sentences[sentence].role {
        case .body, .bullet: return .body
        default: return long > 0 && longCapitalized * 4 > long * 3 ? .titleCase : .heading
        }
    }

    /// Takes the capital from letters that belong to a currency's sign (`R$46`).
    private mutating func markCurrencies() {
        for index in words.indices.dropLast() where sign(index + 1) == 0x24 {
            let isClose = !text.tokens[index + 1].flags.contains(.afterSpace)
            if isClose, text.tokens[index].range.count <= 2 { words[index].letters = .lower }
        }
    }

    /// Marks where a capital says nothing: at a sentence start, after an opening quote or a colon.
    private mutating func markOpenings() {
        for index in words.indices {
            let token = text.tokens[index]
            if token.flags.contains(.opensSentence) {
                words[index].opens = true
                continue
            }
            guard index > 0, text.tokens[index - 1].kind == .sign else { continue }
            let before = text.tokens[index - 1]
            switch scalar(before) {
            case 0x22, 0x201C, 0x2018, 0x3A, 0x2022, 0x2A, 0xB7: words[index].opens = true
            case 0x2D, 0x2013, 0x2014: words[index].opens = before.flags.contains(.opensSentence)
            default: break
            }
        }
    }

    func scalar(_ token: Token) -> UInt32 {
        Model.scalar(in: text.article.text.span, at: Int(token.start)).value
    }

    /// Marks the words of headlines in capitals or title case that are no names: frequent English words that no
    /// sentence capitalises.
    private mutating func markCommonWords() {
        let shouted = settings.indices.filter { settings[$0] == .titleCase || settings[$0] == .capitals }
        if shouted.isEmpty { return }
        var names: Set<UInt64> = []
        for index in words.indices where words[index].isCapitalized && !words[index].opens {
            let setting = setting(at: index)
            if setting == .body || setting == .heading { names.insert(hash(index)) }
        }
        for sentence in shouted {
            for index in text.sentenceTokens[sentence] where words[index].traits.contains(.english) {
                words[index].isCommon = !names.contains(hash(index)) && !words[index].traits.contains(.legalSuffix)
            }
        }
    }
}
