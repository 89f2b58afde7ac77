internal import Foundation

/// What all measures share: the programs, the folder for their files, and how often to measure.
struct Setting {
    var kb: String
    var floor: String
    var sqlite: String
    var scratch: String
    var runs: Int
    /// Runs of what takes milliseconds.
    var shortRuns: Int

    func path(_ name: String) -> String { "\(scratch)/\(name)" }

    /// Removes a database with what SQLite leaves beside it.
    func removeDatabase(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    /// A corpus made by this program in a process of its own, so that this one stays small; kept between runs.
    func madeCorpus(_ name: String, _ arguments: [String]) throws -> Corpus {
        let folder = path(name)
        if !FileManager.default.fileExists(atPath: folder) {
            try Child.run(["/proc/self/exe", "corpus", folder + ".new"] + arguments)
            try FileManager.default.moveItem(atPath: folder + ".new", toPath: folder)
        }
        return try Corpus(folder: folder, list: folder + ".list")
    }

    static func progress(_ message: String) {
        FileHandle.standardError.write(Data("kb-bench: \(message)\n".utf8))
    }
}
