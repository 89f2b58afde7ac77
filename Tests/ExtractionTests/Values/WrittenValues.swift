import Foundation
import Model
import Testing

@testable import Extraction

/// Lines that each hold words, ` => `, and the values in them, each as its words in brackets with the normal form.
enum WrittenValues {
    static let published = "2025-03-14"  // a Friday

    static func lines(_ table: String) -> [String] { table.split(separator: "\n").map(String.init) }

    static func check(_ line: String, published: String? = Self.published) {
        let parts = line.components(separatedBy: " =>").map { $0.trimmingCharacters(in: .whitespaces) }
        let text = parts[0]
        let article = Article(source: "", title: "", published: published, text: Array(text.utf8), sentences: [])
        let values = ValueRecognizer().values(in: article, range: TextRange(0, article.text.count))
        let found = values.map { "[\(article.string($0.range))] \(Self.form($0.content))" }.joined(separator: "; ")
        #expect(found == (parts.count > 1 ? parts[1] : ""), "in: \(text)")
    }

    private static func form(_ content: Value.Content) -> String {
        func digits(_ number: Double) -> String { number == number.rounded() ? String(Int(number)) : String(number) }
        return switch content {
        case .money(let money): "\(money.currency) \(digits(money.amount))"
        case .percent(let percent): "\(digits(percent))%"
        case .date(let date): date
        case .duration(let duration): duration
        }
    }
}
