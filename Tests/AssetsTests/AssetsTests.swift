import Testing
@testable import Assets

@Test func moduleLoads() {}
