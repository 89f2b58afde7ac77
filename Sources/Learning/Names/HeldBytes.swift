/// A copy of bytes on a 64-byte boundary, as embedded files lie: for models that are used before they are written.
final class HeldBytes {
    let buffer: UnsafeRawBufferPointer

    init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 64)
        copy.copyBytes(from: bytes)
        buffer = UnsafeRawBufferPointer(rebasing: copy[..<bytes.count])
    }

    deinit { buffer.deallocate() }
}
