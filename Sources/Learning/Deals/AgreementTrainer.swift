internal import Extraction
internal import Model

/// Learns the kind and the status of agreements from party sets and what the text says around them.
struct AgreementTrainer {
    private var kindRows = SparseRows()
    private var statusRows = SparseRows()
    private var kindLabels: [[Int]] = []
    private var kindSets: [(article: Int, agreements: [Int])] = []
    private var statusLabels: [[Int]] = []
    private var kindFolds: [Int] = []
    private var statusFolds: [Int] = []

    static func kindOptions() -> SparseLogistic.Options {
        var options = SparseLogistic.Options(bits: 15)
        (options.bias, options.l2, options.epochs) = (-2, 1e-3, 12)
        return options
    }

    static func statusOptions() -> SparseLogistic.Options {
        var options = SparseLogistic.Options(bits: 15)
        (options.bias, options.l2, options.epochs) = (-1.5, 1e-3, 12)
        return options
    }

    init(_ articles: [DealArticle], kinds: Int, statuses: Int) {
        for (index, article) in articles.enumerated() {
            let focus = ClauseFocus(article.deal, article.clauses)
            var seen: [Set<Int>] = []
            for agreement in article.agreements where !agreement.parties.contains(-1) {
                let parties = agreement.parties.sorted()
                let features = AgreementFeatures(article.deal, article.clauses, focus: focus, parties: parties)
                if !seen.contains(Set(parties)) {
                    seen.append(Set(parties))
                    let same = article.agreements.indices.filter { Set(article.agreements[$0].parties) == Set(parties) }
                    kindRows.add(features.kindRow())
                    kindLabels.append(Array(Set(same.map { article.agreements[$0].kind })).sorted())
                    kindSets.append((index, same))
                    kindFolds.append(article.fold)
                }
                statusRows.add(features.statusRow(kind: agreement.kind))
                statusLabels.append([agreement.status])
                statusFolds.append(article.fold)
            }
        }
        let kindOut = CrossValidation.outputs(kindRows, labels: kindLabels, outputs: kinds, folds: kindFolds, options: Self.kindOptions())
        let statusOut = CrossValidation.outputs(statusRows, labels: statusLabels, outputs: statuses, folds: statusFolds, options: Self.statusOptions())
        func best(_ scores: [Float]) -> Int { scores.indices.max { scores[$0] < scores[$1] } ?? 0 }
        let kindRight = kindOut.indices.count { kindLabels[$0].contains(best(kindOut[$0])) }
        let statusRight = statusOut.indices.count { statusLabels[$0].contains(best(statusOut[$0])) }
        print("kind", three(Double(kindRight) / Double(kindOut.count)), "status", three(Double(statusRight) / Double(statusOut.count)))
        var confusion: [String: Int] = [:]
        for index in kindOut.indices where !kindLabels[index].contains(best(kindOut[index])) {
            confusion["\(ModelTerms.kinds[kindLabels[index][0]])>\(ModelTerms.kinds[best(kindOut[index])])", default: 0] += 1
        }
        print(confusion.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(30).map { "\($0.key) \($0.value)" }.joined(separator: ", "))
        var wrong: [String: Int] = [:]
        for index in statusOut.indices where !statusLabels[index].contains(best(statusOut[index])) {
            wrong["\(AgreementStatus.allCases[statusLabels[index][0]])>\(AgreementStatus.allCases[best(statusOut[index])])", default: 0] += 1
        }
        print(wrong.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(16).map { "\($0.key) \($0.value)" }.joined(separator: ", "))
    }
}
