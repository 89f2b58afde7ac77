internal import Foundation

/// Texts that no journalist writes, of any length.
enum StrangeText: String, CaseIterable {
    case oneLine = "one line"
    case oneWordLines = "one-word lines"
    case names = "nothing but names"
    case brackets = "nested brackets"
    case longName = "one name"
    case unseen = "zero-width and right-to-left characters"
    case control = "escape sequences"

    /// About so many bytes of it.
    func bytes(_ count: Int) -> [UInt8] {
        switch self {
        case .oneLine: filled(count) { "\(name($0)) Corp will supply \(name($0 + 7)) Inc with \($0) tons of steel. " }
        case .oneWordLines: filled(count) { "\(name($0))\n" }
        case .names: filled(count) { "\(name($0)) Inc, " }
        case .brackets: filled(count / 2) { _ in "(Acme [" } + filled(count / 2) { _ in "] Corp)" }
        case .longName: Array("A".utf8) + filled(count) { _ in "cme" } + Array(" Corp buys Bolt Inc.".utf8)
        case .unseen:
            filled(count) { _ in "A\u{200B}cme Co\u{200D}rp \u{202E}buys\u{202C} \u{0634}\u{0631}\u{0643}\u{0629} Inc. "
            }
        case .control: filled(count) { _ in "\u{1B}[31mAcme\u{1B}[0m Corp buys Bolt Inc. " }
        }
    }

    private func filled(_ count: Int, _ piece: (Int) -> String) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 64)
        var number = 0
        while bytes.count < count {
            bytes += piece(number).utf8
            number += 1
        }
        return bytes
    }

    /// Another name for each number.
    private func name(_ number: Int) -> String {
        let syllables = ["ba", "cor", "du", "fel", "gar", "hin", "ko", "lum", "mi", "nor", "pel", "ras", "so", "tir"]
        var rest = number
        var name = ""
        repeat {
            name += syllables[rest % syllables.count]
            rest /= syllables.count
        } while rest > 0
        return name.capitalized
    }
}
