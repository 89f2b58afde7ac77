import Glibc

/// Turns what the user names (files, folders, `-`) into the list of inputs to read, in a fixed order.
struct InputFinder {
    /// What is to be ingested, or why it cannot be.
    enum Input: Sendable {
        case standardInput
        case file(InputPath)
        case missing(InputPath, InputError)

        /// The bytes of the file by now; 0 where that cannot be known before it is read.
        var size: Int {
            guard case .file(let path) = self, let info = try? path.status() else { return 0 }
            return info.st_mode & S_IFMT == S_IFREG ? max(0, Int(info.st_size)) : 0
        }
    }

    private(set) var inputs: [Input] = []
    /// Folders that held nothing to read.
    private(set) var emptyFolders: [String] = []
    private var visited: Set<FolderIdentity> = []
    /// How often the user named what reads so.
    private var arguments: [String: Int] = [:]

    /// Folders are told apart by device and inode, so that a loop of links ends.
    private struct FolderIdentity: Hashable {
        var device: dev_t
        var inode: ino_t
    }

    mutating func add(_ argument: String) {
        if argument == "-" { return inputs.append(.standardInput) }
        let path = InputPath(argument: argument, number: arguments[argument, default: 0])
        arguments[argument, default: 0] += 1
        do {
            let info = try path.status()
            guard info.st_mode & S_IFMT == S_IFDIR else { return inputs.append(.file(path)) }
            let before = inputs.count
            try addFolder(path, info)
            if inputs.count == before { emptyFolders.append(argument) }
        } catch {
            inputs.append(.missing(path, error))
        }
    }

    /// Adds the `.txt` and `.md` files of a folder and of the folders in it, by name; hidden ones are left out.
    private mutating func addFolder(_ folder: InputPath, _ info: stat) throws(InputError) {
        guard visited.insert(FolderIdentity(device: info.st_dev, inode: info.st_ino)).inserted else { return }
        for entry in try InputFinder.entries(of: folder) {
            let path = folder.appending(entry.name)
            if entry.isFolder {
                do {
                    try addFolder(path, try path.status())
                } catch {
                    inputs.append(.missing(path, error))
                }
            } else if InputFinder.isText(entry.name) {
                inputs.append(.file(path))
            }
        }
    }

    private struct Entry {
        var name: [CChar]
        var isFolder: Bool
    }

    private static func entries(of folder: InputPath) throws(InputError) -> [Entry] {
        guard let stream = opendir(folder.bytes) else { throw InputError(errno) }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let item = readdir(stream) {
            let name = withUnsafeBytes(of: &item.pointee.d_name) { bytes in
                Array(bytes.bindMemory(to: CChar.self).prefix { $0 != 0 }) + [0]
            }
            guard name.first != CChar(0x2E) else { continue }
            entries.append(Entry(name: name, isFolder: isFolder(folder.appending(name), type: item.pointee.d_type)))
        }
        return entries.sorted {
            $0.name.lexicographicallyPrecedes($1.name) { UInt8(bitPattern: $0) < UInt8(bitPattern: $1) }
        }
    }

    private static func isFolder(_ path: InputPath, type: UInt8) -> Bool {
        switch Int(type) {
        case DT_DIR: return true
        case DT_LNK, DT_UNKNOWN:
            guard let info = try? path.status() else { return false }
            return info.st_mode & S_IFMT == S_IFDIR
        default: return false
        }
    }

    private static func isText(_ name: [CChar]) -> Bool {
        let lowered = name.dropLast().suffix(4).map { UInt8(bitPattern: $0) | 0x20 }
        return lowered.elementsEqual(".txt".utf8) || lowered.suffix(3).elementsEqual(".md".utf8)
    }
}
