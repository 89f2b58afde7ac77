/// Why bytes could not be read as an article.
public enum ReadingError: Error, Equatable, Sendable, CustomStringConvertible {
    /// No text: nothing, or nothing but white space.
    case empty
    /// Holds a NUL byte, at this byte offset.
    case nul(offset: Int)
    /// Too many control characters to be a text.
    case binary
    /// Begins as UTF-16 but is not.
    case invalidUTF16

    public var description: String {
        switch self {
        case .empty: "it is empty"
        case .nul(let offset): "it holds a NUL byte (at byte \(offset)), so it is not a text"
        case .binary: "it holds too many control characters to be a text"
        case .invalidUTF16: "it begins like UTF-16 but is not valid UTF-16"
        }
    }
}
