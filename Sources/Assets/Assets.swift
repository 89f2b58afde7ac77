internal import CAssets

/// The project's data files and migrations, embedded in the binary: `data/…` and `migrations/…` by
/// their path from the project's top. Nothing is read from disk or copied.
public enum Assets {
    /// The names of all embedded files, in the order of the table.
    public static var names: [String] {
        (0..<kb_asset_count).map { String(cString: kb_assets[$0].name) }
    }

    /// The bytes of the embedded file `name`, in place; nil where there is none of that name.
    public static func bytes(_ name: String) -> UnsafeRawBufferPointer? {
        for index in 0..<kb_asset_count where isName(kb_assets[index].name, name) {
            return UnsafeRawBufferPointer(start: kb_assets[index].bytes, count: kb_assets[index].count)
        }
        return nil
    }

    /// The embedded file `name` as text (UTF-8); nil where there is none of that name.
    public static func text(_ name: String) -> String? {
        bytes(name).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The rows of an embedded tab-separated table, its header row left out.
    public static func table(_ name: String) -> [[String]] {
        // By bytes: with Substrings it took three times as long, a quarter of a query.
        guard let bytes = bytes(name) else { return [] }
        return bytes.split(separator: 0x0A).dropFirst().map { line in
            line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private static func isName(_ asset: UnsafePointer<CChar>, _ name: String) -> Bool {
        var next = asset
        for byte in name.utf8 {
            guard UInt8(bitPattern: next.pointee) == byte else { return false }
            next += 1
        }
        return next.pointee == 0
    }
}
