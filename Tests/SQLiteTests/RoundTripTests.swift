import SQLite
import Testing

/// What goes in comes out.
struct RoundTripTests {
    let database: Database

    init() throws {
        database = try Database.inMemory()
        try database.execute("CREATE TABLE t(i INTEGER, r REAL, s TEXT, b BLOB) STRICT")
    }

    @Test(arguments: [Int64.min, -1, 0, 1, Int64.max])
    func integers(_ value: Int64) throws {
        try database.run("INSERT INTO t(i) VALUES (?)", value)
        #expect(try database.value("SELECT i FROM t", as: Int64.self) == value)
    }

    @Test(arguments: [0.0, -1, 0.1, 1e300, -Double.leastNonzeroMagnitude, .infinity])
    func reals(_ value: Double) throws {
        try database.run("INSERT INTO t(r) VALUES (?)", value)
        #expect(try database.value("SELECT r FROM t", as: Double.self) == value)
    }

    @Test(arguments: ["", "a", "nul\u{0}inside", "\u{0}", "naïve 日本語 👩‍👩‍👧 e\u{301}", "'; DROP TABLE t; --"])
    func texts(_ value: String) throws {
        try database.run("INSERT INTO t(s) VALUES (?)", value)
        #expect(try database.value("SELECT s FROM t", as: String.self) == value)
        #expect(try database.value("SELECT length(CAST(s AS BLOB)) FROM t", as: Int.self) == value.utf8.count)
    }

    @Test(arguments: [[], [0], [255, 0, 1]] as [[UInt8]])
    func blobs(_ value: [UInt8]) throws {
        try database.run("INSERT INTO t(b) VALUES (?)", value)
        #expect(try database.value("SELECT b FROM t", as: [UInt8].self) == value)
    }

    @Test func nothing() throws {
        try database.run("INSERT INTO t VALUES (?, ?, ?, ?)", Int?.none, Double?.none, String?.none, [UInt8]?.none)
        let row = try database.row("SELECT * FROM t", as: Int?.self, Double?.self, String?.self, [UInt8]?.self)
        #expect(row.map { $0 == nil && $1 == nil && $2 == nil && $3 == nil } == true)
        #expect(try database.value("SELECT typeof(s) FROM t", as: String.self) == "null")
    }

    @Test func truth() throws {
        try database.run("INSERT INTO t(i) VALUES (?)", true)
        #expect(try database.value("SELECT i FROM t", as: Bool.self) == true)
    }

    @Test(arguments: [[], Array("bytes\u{0}as text".utf8)] as [[UInt8]])
    func bytesAsText(_ value: [UInt8]) throws {
        let insert = try Statement(database, "INSERT INTO t(s) VALUES (?)")
        try insert.bind(text: value.span, at: 1)
        try insert.run()
        #expect(try database.row("SELECT s FROM t", as: String.self) == String(decoding: value, as: UTF8.self))
    }

    @Test func bytesAsBlob() throws {
        let insert = try Statement(database, "INSERT INTO t(b) VALUES (?)")
        let nothing: [UInt8] = []
        try insert.bind(blob: nothing.span, at: 1)
        try insert.run()
        #expect(try database.value("SELECT b FROM t", as: [UInt8].self) == [])
    }

    @Test func randomTextsAndNumbers() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let scalars = (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
            }
            let text = String(String.UnicodeScalarView(scalars))
            let number = Int64.random(in: .min ... .max, using: &random)
            let row = try database.row("SELECT ?, ?", [text, number], as: String.self, Int64.self)
            #expect(row.map { $0.utf8.elementsEqual(text.utf8) && $1 == number } == true)
        }
    }
}
