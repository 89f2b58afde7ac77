import Foundation
import Testing

/// `man/kb.1` is made by `make man` from the definitions of commands and options, and may not lag behind.
@Suite struct ManualTests {
    struct Tool: Decodable {
        var command: Command
    }

    struct Command: Decodable {
        var commandName: String
        var abstract: String?
        var arguments: [Argument]?
        var subcommands: [Command]?
    }

    struct Argument: Decodable {
        var abstract: String?
        var shouldDisplay: Bool
        var valueName: String?
    }

    @Test func knowsAllCommandsAndOptions() throws {
        let manual = try String(contentsOf: Workplace.project.appendingPathComponent("man/kb.1"), encoding: .utf8)
        let dump = try Workplace().kb(["--experimental-dump-help"])
        try check(JSONDecoder().decode(Tool.self, from: dump.output).command, manual)
    }

    private func check(_ command: Command, _ manual: String) {
        guard command.commandName != "help" else { return }
        #expect(manual.contains(command.commandName))
        #expect(manual.contains(command.abstract ?? ""), "make man: \(command.commandName) has changed")
        for argument in command.arguments ?? [] where argument.shouldDisplay {
            #expect(manual.contains(argument.abstract ?? ""), "make man: \(argument.valueName ?? "") has changed")
        }
        for subcommand in command.subcommands ?? [] { check(subcommand, manual) }
    }
}
