internal import Glibc
/// A file that gets its name once it is whole and on the disk: whoever is killed meanwhile leaves none of that name.
struct PartialFile: ~Copyable {
    private let destination: String
    /// Where it is written.
    let path: String

    /// Takes away what an attempt that did not end has left.
    init(for destination: String) {
        self.destination = destination
        path = destination + ".partial"
        unlink(path)
    }

    /// Makes it, empty: what stands in the way is told better here than by SQLite, which would make it else.
    func create() throws(StoreError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard file >= 0 else {
            throw .inputOutput(path: destination, reason: String(cString: strerror(errno)).lowercased())
        }
        close(file)
    }

    /// Brings the file to the disk and gives it its name.
    func settle() throws(StoreError) {
        let file = open(path, O_RDONLY)
        defer { close(file) }
        guard file >= 0, fsync(file) == 0, rename(path, destination) == 0 else {
            throw .inputOutput(path: destination, reason: String(cString: strerror(errno)))
        }
    }

    deinit { unlink(path) }
}
