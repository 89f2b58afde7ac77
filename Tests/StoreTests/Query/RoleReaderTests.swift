import Testing

@testable import Store

/// Who owes and who gets, in queries about Alta and Brix.
@Suite struct RoleReaderTests {
    private func roles(_ text: String) -> [CompanyRole?] { reader(text).roles }

    private func reader(_ text: String) -> RoleReader {
        let tokens = QueryText(text).tokens
        let companies = tokens.indices.filter { ["Alta", "Brix"].contains(tokens[$0].text) }
        return RoleReader(tokens: tokens, companies: companies.map { $0..<$0 + 1 })
    }

    @Test(arguments: [
        "what does Alta owe", "Alta pays", "Alta's obligations", "obligations of Alta", "payments by Alta",
        "royalties from Alta", "what must Alta do: Alta must deliver",
    ])
    func theOneWhoOwes(_ text: String) {
        #expect(roles(text).last == .obligor)
    }

    @Test(arguments: [
        "what does Alta get", "Alta receives royalties", "Alta's share", "rights of Alta", "who pays to Alta",
    ])
    func theOneWhoGets(_ text: String) {
        #expect(roles(text) == [.beneficiary])
    }

    @Test func verbsOfGivingTellBothSides() {
        #expect(roles("what does Alta supply to Brix") == [.obligor, .beneficiary])
        #expect(roles("Alta supplies Brix") == [.obligor, .beneficiary])
        #expect(roles("what Alta owes Brix") == [.obligor, .beneficiary])
        #expect(roles("royalties from Alta to Brix") == [.obligor, .beneficiary])
    }

    @Test func aNameAloneSaysNoSide() {
        #expect(roles("Alta Brix licence") == [nil, nil])
        #expect(roles("Alta Brix supply deal") == [nil, nil])
        #expect(roles("deals between Alta and Brix") == [nil, nil])
    }

    @Test func wordsThatOnlyTellTheSideAreNotLookedFor() {
        let tokens = QueryText("what does Alta owe Brix").tokens
        #expect(reader("what does Alta owe Brix").words == [3])
        #expect(tokens[3].text == "owe")
        #expect(RoleReader(tokens: tokens, companies: []).words.isEmpty)
    }
}
