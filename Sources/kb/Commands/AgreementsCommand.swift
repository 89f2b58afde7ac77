import ArgumentParser
import Model
import Store

struct AgreementsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreements", abstract: "List agreements, the newest first.",
        discussion: """
            EXAMPLES
              kb agreements
              kb agreements --company OpenAI --format json
              kb agreements --kind license --status ended
              kb agreements --as-of 2025-03
            """)

    @Option(help: "Only agreements of this company, by any of its names.", completion: .company)
    var company: String?

    @Option(
        name: .customLong("with"), help: ArgumentHelp("And of this second company.", valueName: "company"),
        completion: .company)
    var counterparty: String?

    @Option(help: "Only agreements of this kind; may be given several times.", completion: .agreementKind)
    var kind: [String] = []

    @Option(
        help: "Only those that are rumored, proposed, signed, in-force, completed, ended or rejected.",
        completion: .agreementStatus)
    var status: [String] = []

    @OptionGroup var asOf: AsOfOptions
    @OptionGroup var limit: LimitOptions
    @OptionGroup var answer: AnswerOptions

    func run() throws {
        let store = try answer.open()
        let wanted = AgreementFilter(company: company, counterparty: counterparty, kinds: kind, statuses: status)
        let agreements =
            if let date = asOf.date { try store.agreements(wanted, asOf: date, limit: limit.limit) } else {
                try store.agreements(wanted, limit: limit.limit)
            }
        try answer.print(agreements.listing, nothing: nothing)
    }

    private var nothing: String {
        let parties = [company, counterparty].compactMap(\.self).joined(separator: " with ")
        return "no " + (kind.isEmpty && status.isEmpty ? "" : "such ") + "agreements"
            + (parties.isEmpty ? "" : " of \(parties)")
    }
}
