internal import Extraction
internal import Model

/// Learns the status of clauses, who owes them and who gets them.
struct RoleTrainer {
    private var directionRows = SparseRows()
    private var directionLabels: [Bool] = []
    private var directionFolds: [Int] = []
    private var formRows = SparseRows()
    private var formLabels: [[Int]] = []
    private var statusRows = SparseRows()
    private var statusLabels: [[Int]] = []
    private var folds: [Int] = []

    static func directionOptions() -> SparseLogistic.Options {
        var options = SparseLogistic.Options(bits: 16)
        (options.bias, options.l2, options.epochs, options.rate) = (0, 1e-2, 10, 0.02)
        return options
    }

    static func formOptions() -> SparseLogistic.Options {
        var options = SparseLogistic.Options(bits: 14)
        (options.bias, options.l2, options.epochs) = (-2, 1e-3, 8)
        return options
    }

    static func statusOptions() -> SparseLogistic.Options {
        var options = SparseLogistic.Options(bits: 15)
        (options.bias, options.l2, options.epochs) = (-2, 1e-3, 10)
        return options
    }

    init(_ articles: [DealArticle]) {
        var isDirected: [Bool] = []
        var notes: [String] = []
        for article in articles {
            for (clause, answer) in zip(article.clauses, article.answers) {
                guard let answer, let index = answer.agreement else { continue }
                let agreement = article.agreements[index]
                let parties = agreement.parties.filter { $0 >= 0 }.sorted { (article.deal.firstMention($0), $0) < (article.deal.firstMention($1), $1) }
                let features = RoleFeatures(article.deal, clause, kind: agreement.kind, parties: parties)
                let form = RoleForm(obligors: answer.obligors, beneficiaries: answer.beneficiaries, parties: parties.count)
                formRows.add(features.formRow())
                formLabels.append([form.rawValue])
                var statuses = [Float](repeating: 0, count: 7)
                statuses[agreement.status] = 1
                statusRows.add(features.statusRow(statuses: statuses))
                statusLabels.append([answer.status])
                folds.append(article.fold)
                let owes = parties.filter { answer.obligors.contains($0) && !answer.beneficiaries.contains($0) }
                let gets = parties.filter { answer.beneficiaries.contains($0) && !answer.obligors.contains($0) }
                guard parties.count == 2, owes.count + gets.count > 0, owes.count < 2, gets.count < 2 else { continue }
                let a = owes.first ?? parties.first { $0 != gets[0] } ?? 0
                let b = gets.first ?? parties.first { $0 != owes[0] } ?? 0
                let (rowA, rowB) = (features.companyRow(a), features.companyRow(b))
                directionRows.add(rowA, minus: rowB)
                directionRows.add(rowB, minus: rowA)
                directionLabels += [true, false]
                directionFolds += [article.fold, article.fold]
                isDirected.append(form == .directed)
                notes.append("\(clause.type.rawValue) [\(article.deal.companies[a].name) -> \(article.deal.companies[b].name)] kind \(agreement.kind): \(article.deal.text.article.string(clause.quote).replacing("\n", with: " "))")
            }
        }
        func best(_ scores: [Float]) -> Int { scores.indices.max { scores[$0] < scores[$1] } ?? 0 }
        let direction = CrossValidation.probabilities(directionRows, labels: directionLabels, folds: directionFolds, options: Self.directionOptions())
        let right = stride(from: 0, to: direction.count, by: 2).count { direction[$0] > direction[$0 + 1] }
        for index in stride(from: 0, to: direction.count, by: 2) where index % 46 == 0 { print("D", direction[index], notes[index / 2]) }
        print("direction", three(2 * Double(right) / Double(direction.count)), direction.count / 2)
        let form = CrossValidation.outputs(formRows, labels: formLabels, outputs: RoleForm.allCases.count, folds: folds, options: Self.formOptions())
        print("form", three(Double(form.indices.count { formLabels[$0][0] == best(form[$0]) }) / Double(form.count)), form.count)
        let status = CrossValidation.outputs(statusRows, labels: statusLabels, outputs: 6, folds: folds, options: Self.statusOptions())
        print("clause status", three(Double(status.indices.count { statusLabels[$0][0] == best(status[$0]) }) / Double(status.count)))
    }
}
