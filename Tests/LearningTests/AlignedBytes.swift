import Foundation

/// A copy of bytes on a 64-byte boundary, as embedded files lie.
final class AlignedBytes {
    let buffer: UnsafeRawBufferPointer

    init(_ bytes: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 64)
        copy.copyBytes(from: bytes)
        buffer = UnsafeRawBufferPointer(copy)
    }

    deinit { buffer.deallocate() }
}

func sigmoid(_ value: Float) -> Float { 1 / (1 + exp(-value)) }
