import Testing
@testable import Learning

@Test func moduleLoads() {}
