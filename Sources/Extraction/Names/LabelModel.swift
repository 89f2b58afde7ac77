/// The weights of a linear-chain conditional random field over tokens, used in place from its bytes: which
/// tokens begin or continue a company's or a product's name.
///
/// The form, little-endian, on a 16-byte boundary: `KBC1`, the Float32 worth of one step of a weight, the
/// Float32 weights of the 25 transitions (from, to), zeros up to byte 112, then a `HashedTable` of four Int16 a
/// feature: its weights for the labels other than `outside`, whose weights are zero.
package struct LabelModel: Sendable {
    package static let magic: UInt32 = 0x3143_424B
    package static let tableOffset = 112

    package enum Label: Int, CaseIterable, Sendable {
        case outside, companyStart, company, productStart, product
    }

    package static let labels = Label.allCases.count

    /// Whether `label` may follow `before` (nil: the start of a stretch of open tokens).
    package static func allows(_ label: Int, after before: Int?) -> Bool {
        switch Label(rawValue: label) {
        case .company: return before == Label.companyStart.rawValue || before == Label.company.rawValue
        case .product: return before == Label.productStart.rawValue || before == Label.product.rawValue
        default: return true
        }
    }

    private let step: Float
    /// The weight of each transition, `-infinity` for those that are not allowed; from × 5 + to.
    let transitions: [Float]
    private let table: HashedTable

    /// The model in `bytes`, which must outlive it; nil where they are not of the form.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        guard bytes.count > Self.tableOffset, bytes.load(as: UInt32.self) == Self.magic,
            let table = HashedTable(UnsafeRawBufferPointer(rebasing: bytes[Self.tableOffset...]), valueSize: 8)
        else { return nil }
        step = bytes.load(fromByteOffset: 4, as: Float.self)
        transitions = (0..<Self.labels * Self.labels).map { index in
            let isAllowed = Self.allows(index % Self.labels, after: index / Self.labels)
            return isAllowed ? bytes.load(fromByteOffset: 8 + 4 * index, as: Float.self) : -.infinity
        }
        self.table = table
    }

    /// The summed weights of `features` for the labels from `companyStart` on.
    func scores(_ features: [UInt64]) -> SIMD4<Float> {
        var sum = SIMD4<Int32>()
        table.forEach(of: features, as: SIMD4<Int16>.self) { sum &+= SIMD4<Int32>(truncatingIfNeeded: $0) }
        return SIMD4<Float>(sum) * step
    }
}
