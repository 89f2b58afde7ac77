#if canImport(Glibc)
    internal import Glibc
#endif
internal import Extraction
internal import Reading
public import Store

/// A small sound knowledge base, and the files around it.
public enum Sample {
    /// A file of this process's own, in memory where the system has such a folder.
    public static func path(_ name: String) -> String {
        (access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp") + "/kb-fuzz-\(getpid())-\(name).db"
    }

    private static let texts = [
        """
        Azure stays OpenAI's home

        Microsoft keeps exclusive rights to host OpenAI's stateless API services on Azure. OpenAI pays Microsoft
        20 percent of its revenue until 2030. Amazon Web Services sells $38 billion of capacity to OpenAI.
        """,
        "Acme Corp will supply Bolt Inc with 20 tons of steel for 3 million dollars a year. Bolt may not resell it.",
    ]

    public static let entries: [Entry] = {
        let extractor = Extractor()
        return texts.enumerated().compactMap { number, text in
            let bytes = Array(text.utf8)
            guard let article = try? Reader().read(bytes, source: "\(number).txt") else { return nil }
            return Entry(
                article: article, extraction: extractor.extract(article), sha256: Entry.sha256(bytes),
                extractor: Extractor.version)
        }
    }()

    /// A new knowledge base with the sample in it at `path`.
    public static func make(at path: String) {
        remove(path)
        mustWork {
            let store = try Store.open(path, mode: .create)
            _ = try store.ingest(entries)
            store.close()
        }
    }

    public static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) }
    }

    public static func read(_ path: String) -> [UInt8] {
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 22)
        let count = fread(&bytes, 1, bytes.count, file)
        return Array(bytes[..<count])
    }

    public static func write(_ bytes: [UInt8], to path: String) {
        remove(path)
        guard let file = fopen(path, "wb") else { return }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }
}
