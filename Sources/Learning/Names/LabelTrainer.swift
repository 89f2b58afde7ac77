internal import Extraction

/// Trains the field that labels tokens, and writes it as `LabelModel` reads it.
struct LabelTrainer {
    /// Features none of whose weights is greater are left out of the written model.
    var smallestWeight = 0.02
    var options = LinearChainCRF.Options()

    func train(_ articles: [PreparedArticle], _ lowerCase: LowerCaseCounts) -> [UInt8] {
        let rows = articles.map { self.rows(of: $0, lowerCase) }
        let kept = shared(rows, articles.map(\.name))
        let indices = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, UInt32($0)) })
        var data = LabeledSequences()
        for article in rows {
            for token in article {
                if token.opensStretch { data.endSequence() }
                data.addToken(token.features.compactMap { indices[$0] }, label: token.label)
            }
            data.endSequence()
        }
        let field = LinearChainCRF(data, featureCount: kept.count, options: options)
        return encoded(field, kept)
    }

    /// The features that more than one article has, sorted: what one alone has would be learnt by heart, and would
    /// take the place of what tells names in other articles. A variant is no other article.
    private func shared(_ rows: [[Row]], _ names: [String]) -> [UInt64] {
        let numbers = Dictionary(zip(names, names.indices)) { first, _ in first }
        var owners: [UInt64: Int] = [:]
        for (article, name) in zip(rows, names) {
            guard let number = numbers[name] else { continue }
            for token in article {
                for feature in token.features {
                    let owner = owners[feature]
                    if owner == nil { owners[feature] = number } else if owner != number { owners[feature] = -1 }
                }
            }
        }
        return owners.filter { $0.value < 0 }.keys.sorted()
    }

    private struct Row {
        var features: [UInt64]
        var label: UInt8
        var opensStretch: Bool
    }

    private func rows(of article: PreparedArticle, _ lowerCase: LowerCaseCounts) -> [Row] {
        let tokens = article.tokens
        let classes = lowerCase.classes(tokens.text, isOwn: true)
        let features = NameFeatures(tokens, lowerClasses: classes)
        var rows: [Row] = []
        for sentence in tokens.text.sentenceTokens {
            var opensStretch = true
            for index in sentence {
                guard tokens.words[index].isOpen else {
                    opensStretch = true
                    continue
                }
                var buffer: [UInt64] = []
                features.append(index, to: &buffer)
                if let slot = features.slot(of: index) { features.appendDocument(slot: slot, to: &buffer) }
                var label = article.gold.labels[index]
                if opensStretch, label == 2 || label == 4 { label -= 1 }
                rows.append(Row(features: buffer, label: label, opensStretch: opensStretch))
                opensStretch = false
            }
        }
        return rows
    }

    private func encoded(_ field: LinearChainCRF, _ features: [UInt64]) -> [UInt8] {
        let largest = field.weights.reduce(1e-6) { max($0, abs($1)) }
        let step = largest / 32767
        var table = HashedTableWriter(valueSize: 8)
        for (index, hash) in features.enumerated() {
            let weights = field.weights(of: index)
            guard weights.contains(where: { abs($0) >= smallestWeight }) else { continue }
            var value = ByteWriter()
            for weight in weights { value.append(Int16((weight / step).rounded())) }
            table.set(hash, value.bytes)
        }
        var writer = ByteWriter()
        writer.append(LabelModel.magic)
        writer.append(Float(step))
        for from in 0..<LabelModel.labels {
            for to in 0..<LabelModel.labels { writer.append(Float(field.transition(from, to))) }
        }
        writer.pad(to: LabelModel.tableOffset)
        return writer.bytes + table.encoded()
    }
}
