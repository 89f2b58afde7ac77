import ArgumentParser
import Model
import Store

/// What the shell offers for the values of options.
extension CompletionKind {
    /// Looked up only when the shell asks, since a command that runs does not need them.
    static var clauseType: CompletionKind { .custom { _, _, _ in TermNames.clauseTypes } }
    static var agreementKind: CompletionKind { .custom { _, _, _ in TermNames.agreementKinds } }
    static var clauseStatus: CompletionKind { .list(ClauseStatus.allCases.map(\.rawValue)) }
    static var agreementStatus: CompletionKind { .list(AgreementStatus.allCases.map(\.rawValue)) }
    static var role: CompletionKind { .list(["obligor", "beneficiary"]) }

    /// The companies of the database that the command line names, that begin with what was typed.
    static var company: CompletionKind {
        .custom { words, _, prefix in
            guard let store = try? Store.open(DatabaseOptions.path(in: words), mode: .read) else { return [] }
            let names = (try? store.companyNames(beginning: prefix, limit: 50)) ?? []
            // bash reads what it is offered as words of the shell, and would drop the apostrophe of "Scott's".
            return CompletionShell.requesting == .bash ? names.map(quotedForBash) : names
        }
    }

    private static func quotedForBash(_ name: String) -> String {
        String(name.flatMap { "\\'\"$`".contains($0) ? ["\\", $0] : [$0] })
    }
}

extension DatabaseOptions {
    /// The database that a command line being typed is about.
    fileprivate static func path(in words: [String]) -> String {
        var options = DatabaseOptions()
        let place = words.firstIndex(of: "--db").map { $0 + 1 }
        options.database =
            place.flatMap { words.indices.contains($0) ? words[$0] : nil }
            ?? words.first { $0.hasPrefix("--db=") }.map { String($0.dropFirst(5)) }
        return options.path
    }
}
