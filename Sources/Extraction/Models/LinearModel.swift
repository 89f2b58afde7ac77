/// Quantised linear scores over hashed binary features, used in place from its bytes.
///
/// The form, little-endian, on a 16-byte boundary: `KBL1`, features (UInt32, a power of two), outputs
/// (UInt32), stride (UInt32: outputs, rounded up to 8 or to a multiple of 16 where there are several), a Float32 scale
/// an output, a Float32 bias an output, zeros up to a 16-byte boundary, then an Int8 weight for each feature and
/// output, feature by feature, and 8 zeros after a stride of 8. A filter may follow, a bit for each value of the upper bits of a hash, a power
/// of two of them: features whose bit is not set have no weight.
///
/// Unchecked `Sendable`: the bytes are only read.
package struct LinearModel: @unchecked Sendable {
    package static let magic: UInt32 = 0x314C_424B

    package let features: Int
    package let outputs: Int
    let stride: Int
    let mask: UInt32
    let scales: UnsafePointer<Float>
    let biases: UnsafePointer<Float>
    let weights: UnsafePointer<Int8>
    private let filter: UnsafePointer<UInt64>?
    private let filterBits: Int

    /// The model in `bytes`, which must outlive it; nil where they are not of the form.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 16, let base = bytes.baseAddress, Int(bitPattern: base) % 16 == 0,
            bytes.load(as: UInt32.self) == Self.magic
        else { return nil }
        features = Int(bytes.load(fromByteOffset: 4, as: UInt32.self))
        outputs = Int(bytes.load(fromByteOffset: 8, as: UInt32.self))
        stride = Int(bytes.load(fromByteOffset: 12, as: UInt32.self))
        let start = Self.weightOffset(outputs: outputs)
        let end = start + features * stride + Self.padding(outputs: outputs)
        let filterSize = bytes.count - end
        guard features > 0, features & (features - 1) == 0, outputs > 0, stride == Self.stride(outputs: outputs),
            filterSize == 0 || filterSize >= 8 && filterSize & (filterSize - 1) == 0 && end % 8 == 0
        else { return nil }
        filterBits = filterSize == 0 ? 0 : filterSize.trailingZeroBitCount + 3
        mask = UInt32(features - 1)
        scales = (base + 16).assumingMemoryBound(to: Float.self)
        biases = scales + outputs
        weights = (base + start).assumingMemoryBound(to: Int8.self)
        filter = filterBits == 0 ? nil : (base + end).assumingMemoryBound(to: UInt64.self)
    }

    /// Weights from one feature to the next. Loads are of sixteen weights: of up to eight outputs half of them belong to
    /// the next feature, and nobody looks at them.
    package static func stride(outputs: Int) -> Int { outputs > 1 && outputs <= 8 ? 8 : lanes(outputs: outputs) }

    /// Outputs in whole vectors.
    package static func lanes(outputs: Int) -> Int { outputs == 1 ? 1 : (outputs + 15) / 16 * 16 }

    /// What the load of the last feature reads beyond its weights.
    package static func padding(outputs: Int) -> Int { lanes(outputs: outputs) - stride(outputs: outputs) }

    package static func weightOffset(outputs: Int) -> Int { (16 + 8 * outputs + 15) / 16 * 16 }

    /// The bit of the filter that stands for `hash`.
    @inline(__always)
    package static func filterSlot(_ hash: UInt32, bits: Int) -> Int { Int(hash >> UInt32(32 - bits)) }

    /// 1 where the feature has weights, else 0. A number, to be calculated with: whether a feature is known is
    /// anybody's guess, and a branch on it was the dearest thing in scoring.
    @inline(__always)
    func known(_ hash: UInt32) -> UInt64 {
        guard let filter else { return 1 }
        let slot = Self.filterSlot(hash, bits: filterBits)
        return filter[slot >> 6] >> UInt64(slot & 63) & 1
    }

    /// The feature has weights.
    @inline(__always)
    package func knows(_ hash: UInt32) -> Bool { known(hash) != 0 }

    /// Sets `scores` (one an output) to the biases.
    package func start(_ scores: UnsafeMutableBufferPointer<Float>) {
        for output in 0..<outputs { scores[output] = biases[output] }
    }

    /// What `output` is worth without any feature.
    package func bias(_ output: Int = 0) -> Float { biases[output] }

    /// What one step of a weight of `output` is worth.
    package func scale(_ output: Int = 0) -> Float { scales[output] }

    /// The weight of `hash` in a model with one output, still to be multiplied by `scale`.
    @inline(__always)
    package func weight(_ hash: UInt32) -> Int32 {
        Int32(weights[Int(hash & mask)]) &* Int32(truncatingIfNeeded: known(hash))
    }
}
