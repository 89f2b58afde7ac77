import ArgumentParser

/// Which database a command works on.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: ArgumentHelp("The database file (default: $KB_DB, else kb.db in the current folder).", valueName: "path"),
        completion: .file())
    var database: String?

    var path: String { DatabaseFile.path(database) }
}

/// Where the knowledge base is.
enum DatabaseFile {
    /// The path that was given, else that of the environment, else the usual one.
    static func path(_ given: String?) -> String {
        if let given { return given }
        if let path = Environment["KB_DB"], !path.isEmpty { return path }
        return "kb.db"
    }
}
