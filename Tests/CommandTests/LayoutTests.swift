import Testing

@testable import kb

@Suite struct LayoutTests {
    @Test(arguments: [
        ("plain", 5), ("", 0), ("日本", 4), ("e\u{301}", 1), ("🙂", 2), ("👩‍👩‍👧", 2), ("한국", 4), ("→", 1), ("\u{200B}", 0),
    ])
    func displayWidth(_ text: String, _ width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test func controlCharactersAreShown() {
        #expect(ControlCharacters.shown("a\u{1B}[2Jb\nc\u{202E}d\u{9B}") == "a␛[2Jb c\u{FFFD}d\u{FFFD}")
        #expect(ControlCharacters.shown("a\nb\u{7}", keepingLines: true) == "a\nb␇")
    }

    @Test func textIsWrappedAtSpaces() {
        let text: StyledText = "Microsoft keeps exclusive rights"
        #expect(text.wrapped(to: 16).map(\.plain) == ["Microsoft keeps", "exclusive rights"])
        #expect(text.wrapped(to: 100).map(\.plain) == ["Microsoft keeps exclusive rights"])
    }

    @Test func aLongWordIsBroken() {
        let text: StyledText = "abcdefghij kl"
        #expect(text.wrapped(to: 4).map(\.plain) == ["abcd", "efgh", "ij", "kl"])
    }

    @Test func aHighlightInsideAWordDoesNotBreakIt() {
        let text = StyledText("an ") + StyledText("exclus", .hit) + StyledText("ivity") + StyledText(" term")
        #expect(text.wrapped(to: 12).map(\.plain) == ["an", "exclusivity", "term"])
    }

    /// What is copied or clicked is the whole name.
    @Test func theNameOfAFileIsKeptWhole() {
        let path = "data/training/long-name-2.txt:8"
        let source = StyledText(path, .dim, source: "data/training/long-name-2.txt")
        #expect(source.wrapped(to: 20).map(\.plain) == ["data/training/", "long-name-2.txt:8"])
        #expect(StyledText(path).wrapped(to: 20).map(\.plain) == ["data/training/long-", "name-2.txt:8"])
        #expect(source.wrapped(to: 10).map(\.plain) == ["data/", "training/", "long-name-", "2.txt:8"])
    }

    @Test func namesWithCommasAreToldApart() {
        #expect(Phrases.list(["Acme", "Bolt"]) == "Acme, Bolt")
        #expect(Phrases.roles(["Acme, Inc.", "Bolt"], ["Cole"]).plain == "Acme, Inc.; Bolt → Cole")
    }

    /// However narrow the limit and whatever the text, no letter is lost and no line is too long.
    @Test(arguments: [2, 3, 7, 20]) func wrappingLosesNothing(_ limit: Int) {
        let text = "Daiichi 第一 Sankyo and a-very-long-word 🙂🙂🙂🙂 gave  two spaces"
        let lines = StyledText(text).wrapped(to: limit)
        #expect(lines.allSatisfy { $0.width <= limit })
        #expect(lines.map(\.plain).joined().filter { $0 != " " } == text.filter { $0 != " " })
    }

    /// Where columns would be a few letters wide, a row is a list.
    @Test func aRowIsAListWhereThereIsNoRoomForColumns() {
        var table = Table(columns: [
            .init(title: "ID", isNumber: true), .init(title: "CLAUSE", least: 18), .init(title: "EMPTY"),
            .init(title: "QUOTE", least: 24),
        ])
        table.rows = [
            [
                ["7"], ["competitive-restriction-exception", "stated"], [""],
                ["a quote of more than twenty-four letters"],
            ],
            [["12"], ["supply"], [""], ["few"]],
        ]
        var terminal = Terminal(-1, color: .never)
        terminal.width = 40
        #expect(
            table.rendered(for: terminal) == """
                ID      7
                CLAUSE  competitive-restriction-
                        exception
                        stated
                QUOTE   a quote of more than twenty-four
                        letters

                ID      12
                CLAUSE  supply
                QUOTE   few

                """)
    }

    /// Words that look alike are painted at once, and are one link.
    @Test func aWrappedLineKeepsItsPartsTogether() {
        let text = StyledText("one two ", .name) + StyledText("three four", .hit)
        #expect(text.wrapped(to: 16).map(\.parts.count) == [2, 1])
        #expect(text.wrapped(to: 16).map(\.plain) == ["one two three", "four"])
    }

    @Test func tablesFitTheTerminal() {
        var table = Table(columns: [.init(title: "ID", isNumber: true), .init(title: "NAME"), .init(title: "QUOTE")])
        table.rows = [
            [["7"], ["株式会社リコー"], [StyledText(String(repeating: "many words ", count: 20))]],
            [["12"], ["Ricoh"], ["few"]],
        ]
        var terminal = Terminal(-1, color: .never)
        terminal.width = 60
        let lines = table.rendered(for: terminal).split(separator: "\n")
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 60 })
        #expect(lines.first == "ID  NAME            QUOTE")
        #expect(lines.last == "12  Ricoh           few")
    }
}
