#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The C library's logarithm, under a name that does not depend on which C library it is.
enum Logarithm {
    static func natural(_ value: Double) -> Double { log(value) }
}
