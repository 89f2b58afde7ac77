internal import Assets

/// The words that sums, shares, dates and periods are written with: `data/values/*.tsv`, looked up by
/// the hash of the lower-case form. A word may have several readings at once ("second", "quarter").
struct ValueLexicon: Sendable {
    struct Entry: Sendable {
        /// Index into `currencies`; -1 for none.
        var currency: Int16 = -1
        /// 1 for the unit, 0.01 for cents and pence.
        var unit = 1.0
        var place = Place.after
        var cardinal: Double?
        /// Multiplies the number before it: 1e6 for `mln`; 100 for `hundred` as `isHundred`.
        var scale: Double?
        var isHundred = false
        var ordinal: Double?
        var fraction: Double?
        /// A sign such as ½, which adds to the number before it.
        var isFractionSign = false
        var month = 0
        var weekday = 0
        var isSeason = false
        /// Days from the date of publication, for `today` and the like.
        var day: Int?
        /// The unit of a period, and how many of it: 3 months for `quarter`.
        var period: Period?
        var periodCount = 1
        var keyword: Keyword?
    }

    /// Where a currency's word may stand: after the amount only, on both sides, or on both sides but
    /// only in capitals (an ISO code that may be a word: `TRY`).
    enum Place: String { case after, both, code }

    /// ISO 8601 designators, those of times with the `T` that goes before them.
    enum Period: String {
        case second = "TS", minute = "TM", hour = "TH", day = "D", week = "W", month = "M", year = "Y"
    }

    /// Function words that the grammars know.
    enum Keyword: String, CaseIterable {
        case a, an, and, at, to, or, of, on, out, over, `in`, from, by, until, till, since, through, during, before
        case after, between, every, each, per, the, than, `for`, with, within, another, next, last, past, this, that
        case end, late, early, mid, around, about, year, ago, old, percent, pct, pc, cent, percentage, point, points
        case basis, bps, will, would, expected, must, more, further, additional, consecutive, successive, full
        case calendar, business, working, trading, extra, its, their, any, all, other, q, h, st, nd, rd, th
    }

    private(set) var currencies: [String] = []
    private var entries: [Entry] = []
    private var slots = [(hash: UInt64, entry: Int32)](repeating: (0, -1), count: 2048)
    /// The most words in one form ("new zealand dollar").
    private(set) var longestForm = 1

    init() {
        var codes: [String: Int16] = [:]
        for row in Assets.table("data/values/currencies.tsv") where row.count == 4 {
            let code = codes[row[1]] ?? Int16(currencies.count)
            if codes[row[1]] == nil {
                codes[row[1]] = code
                currencies.append(row[1])
            }
            add(row[0]) {
                $0.currency = code
                $0.unit = Double(row[2]) ?? 1
                $0.place = Place(rawValue: row[3]) ?? .after
            }
        }
        addNumbers()
        addTimes()
        for keyword in Keyword.allCases { add(keyword.rawValue) { $0.keyword = keyword } }
    }

    private mutating func addNumbers() {
        for row in Assets.table("data/values/numbers.tsv") where row.count == 3 {
            add(row[0]) {
                let value = Double(row[1]) ?? 0
                switch row[2] {
                case "cardinal": $0.cardinal = value
                case "hundred": ($0.scale, $0.isHundred) = (value, true)
                case "scale": $0.scale = value
                case "ordinal": $0.ordinal = value
                case "sign": ($0.fraction, $0.isFractionSign) = (value, true)
                default: $0.fraction = value
                }
            }
        }
    }

    private mutating func addTimes() {
        for row in Assets.table("data/values/calendar.tsv") where row.count == 3 {
            add(row[0]) {
                let number = Int(row[2]) ?? 0
                switch row[1] {
                case "month": $0.month = number
                case "weekday": $0.weekday = number
                case "season": $0.isSeason = true
                default: $0.day = number
                }
            }
        }
        for row in Assets.table("data/values/periods.tsv") where row.count == 3 {
            add(row[0]) { ($0.period, $0.periodCount) = (Period(rawValue: row[1]), Int(row[2]) ?? 1) }
        }
    }

    private mutating func add(_ form: String, _ change: (inout Entry) -> Void) {
        let words = form.split(separator: " ")
        longestForm = max(longestForm, words.count)
        let hash = words.dropFirst().reduce(Self.hash(words[0].utf8)) { Self.join($0, Self.hash($1.utf8)) }
        var slot = Int(hash & 2047)
        while slots[slot].entry >= 0, slots[slot].hash != hash { slot = (slot + 1) & 2047 }
        if slots[slot].entry < 0 {
            slots[slot] = (hash, Int32(entries.count))
            entries.append(Entry())
        }
        change(&entries[Int(slots[slot].entry)])
    }

    func index(of hash: UInt64) -> Int? {
        var slot = Int(hash & 2047)
        while slots[slot].entry >= 0 {
            if slots[slot].hash == hash { return Int(slots[slot].entry) }
            slot = (slot + 1) & 2047
        }
        return nil
    }

    subscript(index: Int) -> Entry { entries[index] }

    /// FNV-1a, then mixed so that the low bits serve as a slot.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        finish(bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
    }

    static func finish(_ state: UInt64) -> UInt64 { (state ^ (state >> 29)) &* 0x9e37_79b9_7f4a_7c15 }

    /// The hash of a form of several words.
    static func join(_ first: UInt64, _ next: UInt64) -> UInt64 { finish((first &* 31) ^ next) }
}
