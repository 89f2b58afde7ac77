/// Cuts a sentence at its company names, its numbers and the rare words that are names of people and places.
enum SentenceParts {
    enum Part {
        case text([UInt8])
        /// The company with this index in its article; `original` is how the article writes it.
        case company(Int, NameMaker.Style, original: [UInt8])
        case number([UInt8])
        case rareWord([UInt8])
    }

    /// A way of naming a company.
    struct Form {
        var bytes: [UInt8]
        var company: Int
        var style: NameMaker.Style
    }

    static func cut(_ sentence: [UInt8], _ forms: [Form], _ rareWords: Set<String>) -> [Part] {
        var parts: [Part] = []
        var kept: [UInt8] = []
        func add(_ part: Part) {
            if !kept.isEmpty { parts.append(.text(kept)) }
            kept = []
            parts.append(part)
        }
        var index = 0
        while index < sentence.count {
            guard isWordByte(sentence[index]) else {
                kept.append(sentence[index])
                index += 1
                continue
            }
            if let form = forms.first(where: { stands($0.bytes, in: sentence, at: index) }) {
                add(.company(form.company, form.style, original: form.bytes))
                index += form.bytes.count
                continue
            }
            let word = Array(sentence[index...].prefix(while: isWordByte))
            if word.allSatisfy({ (0x30...0x39).contains($0) }) {
                add(.number(word))
            } else if index > 0, rareWords.contains(String(decoding: word, as: UTF8.self)) {
                add(.rareWord(word))
            } else {
                kept += word
            }
            index += word.count
        }
        if !kept.isEmpty { parts.append(.text(kept)) }
        return parts
    }

    private static func stands(_ name: [UInt8], in sentence: [UInt8], at index: Int) -> Bool {
        let end = index + name.count
        guard end <= sentence.count, sentence[index..<end].elementsEqual(name) else { return false }
        return end == sentence.count || !isWordByte(sentence[end])
    }

    static func contains(_ sentence: [UInt8], _ quote: [UInt8]) -> Bool {
        guard let first = quote.first, quote.count <= sentence.count else { return false }
        return (0...sentence.count - quote.count).contains {
            sentence[$0] == first && sentence[$0..<$0 + quote.count].elementsEqual(quote)
        }
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & ~0x20)
    }
}
