import ArgumentParser

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: ArgumentHelp("The database file (default: $KB_DB, else kb.db in the current folder).", valueName: "path"),
        completion: .file())
    var database: String?

    var path: String {
        if let database { return database }
        if let path = Environment["KB_DB"], !path.isEmpty { return path }
        return "kb.db"
    }
}
