import ArgumentParser
import Model

/// The day whose knowledge is asked for.
struct AsOfOptions: ParsableArguments {
    @Option(
        name: .customLong("as-of"),
        help: ArgumentHelp(
            "As known on this date, by what had been published: 2025, 2025-03 or 2025-03-14.", valueName: "date"))
    var date: String?

    func validate() throws {
        if let date, !CalendarDate.isISO(date) {
            throw ValidationError("'\(date)' is no date; write 2025, 2025-03 or 2025-03-14")
        }
    }
}
