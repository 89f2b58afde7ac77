/// A copy of bytes on a 64-byte boundary, as embedded files lie: for models that are used before they are written.
final class HeldBytes {
    /// Lives as long as the object: use it inside `withExtendedLifetime`, or by `lend`.
    let buffer: UnsafeRawBufferPointer

    init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
        copy.copyBytes(from: bytes)
        buffer = UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    }

    deinit { buffer.deallocate() }

    /// Calls `body` with a copy of `bytes` that lives until it returns.
    static func lend<Result>(_ bytes: [UInt8], _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let held = HeldBytes(bytes)
        return withExtendedLifetime(held) { body(held.buffer) }
    }
}
