import Model
import Testing

@testable import Store

/// What people put right of companies: applied at once, kept, and taken back.
struct CompanyCorrectionTests: CorrectionSuite {
    let temporary: TemporaryStore
    let store: Store

    init() throws {
        temporary = try Seed.store()
        store = try #require(temporary.store)
    }

    @Test func companiesAreMerged() throws {
        try check(.mergeCompanies("Tarn", into: "Nørdlys"))
        #expect(try store.companies().map(\.name) == ["Nørdlys Pumpe AS"])
        #expect(try store.company("Tarn Robotics Ltd").company.aliases.contains("Tarn"))
    }

    @Test func aCompanyIsRenamed() throws {
        let id = try store.company("Tarn").company.id
        try check(.renameCompany("Tarn", to: "Tarn Industries plc"))
        #expect(try store.company("\(id)").company.name == "Tarn Industries plc")
        #expect(try store.company("Tarn Robotics").company.id == id)
    }

    @Test func aCompanyIsSplitOffInOneArticle() throws {
        try check(.splitCompany("Tarn", called: nil, article: "wire/renewal.txt", name: "Tarn Holding"))
        #expect(try store.companies().count == 3)
        #expect(try store.agreements().count == 2)
    }

    @Test func aNameIsSplitOff() throws {
        try check(.splitCompany("Nørdlys", called: "Nørdlys", article: nil, name: "Nordlys Energi"))
        #expect(try store.companies().map(\.name).contains("Nordlys Energi"))
    }

    @Test func companiesThatMayBeOneAreToldApart() throws {
        let made = try store.correct(.distinguishCompanies("Tarn", "Nørdlys"))
        #expect(made.now == "Nørdlys Pumpe AS")
        try readAgain()
        #expect(try store.review(below: 0).allSatisfy { $0.confidence < 0.3 })
    }

    /// A short form that two companies share is known at once for the one, where people say it is not the other.
    @Test func aSharedNameThatIsNotTheOnesIsTheOthers() throws {
        let shared = try Seed.store([
            NamedCompanies.entry([["Zenith Pumps plc", "Zenith"]], number: 1),
            NamedCompanies.entry([["Zenith Clothiers Inc", "Zenith"]], number: 2),
            NamedCompanies.entry([["Zenith"]], number: 3),
        ])
        let base = try #require(shared.store)
        let before = try Dump.of(base)
        let names = ["Zenith", "Zenith Clothiers Inc", "Zenith Pumps plc"]
        #expect(try base.companies().map(\.name).sorted() == names)
        let made = try base.correct(.distinguishCompanies("3", "Zenith Clothiers Inc"))
        #expect(try base.companies().map(\.name).sorted() == Array(names.dropFirst()))
        try base.undo(correction: made.id)
        #expect(try Dump.of(base) == before)
    }

    @Test func anAliasIsAddedAndRemoved() throws {
        try check(.addAlias("TRX", company: "Tarn"))
        #expect(try store.company("TRX").company.name == "Tarn Robotics Ltd")
        try store.undo(correction: 2)
        try check(.removeAlias("Nørdlys", company: "Nørdlys Pumpe AS"))
        #expect(throws: StoreError.self) { try store.company("Nørdlys") }
    }
}
