internal import Glibc
/// The C library's logarithm, under a name that does not depend on which C library it is.
enum Logarithm {
    static func natural(_ value: Double) -> Double { log(value) }
}
