import Foundation
import Store

/// A knowledge base in a folder that is removed with it.
final class TemporaryStore {
    let folder: String
    var store: Store?

    var path: String { folder + "/kb.db" }

    init() {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("kb-\(UUID().uuidString)").path
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        store?.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The names of the files in its folder.
    var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }
}
