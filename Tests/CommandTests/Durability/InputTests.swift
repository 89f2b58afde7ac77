import Foundation
import Testing

/// Inputs that are not what they seem, or do not stay as they are: each said by name, the others done.
@Suite struct InputTests {
    @Test func linksThatLeadNowhere() throws {
        let place = try Workplace()
        try place.writeArticles(1)
        try place.shell("ln -s gone.txt articles/a.txt; ln -s b.txt articles/b.txt; ln -s . articles/up")
        let result = try place.kb(["ingest", "articles"])
        #expect(result.status == 66)
        #expect(
            result.text == """
                added      articles/00000.txt
                failed     no such file: articles/a.txt
                failed     too many levels of symbolic links: articles/b.txt

                """)
    }

    @Test func pipesAndDevicesAreNotWaitedFor() throws {
        let place = try Workplace()
        try place.shell("mkfifo pipe.txt; ln -s /dev/zero zero.txt")
        let result = try place.kb(["ingest", "pipe.txt", "zero.txt", "/dev/null"])
        #expect(result.status == 65)
        #expect(result.text.split(separator: "\n").count { $0.contains("not an ordinary file") } == 3)
    }

    /// A log that somebody goes on writing is read as it was at one moment, or refused. It ends to grow at some length:
    /// on a slow machine each reading would take longer than the one before.
    @Test func aFileThatGrowsWhileItIsRead() throws {
        let place = try Workplace()
        try place.write("log.txt", Array(repeating: UInt8(ascii: "a"), count: 1000))
        let result = try place.shell(
            """
            grow() {
                for line in $(seq 1000); do [ -e go ] || break; echo 'Bolt pays Acme.' >> log.txt; sleep 0.005; done
            }
            touch go; grow &
            for i in 1 2 3 4 5; do kb ingest log.txt; echo $?; done; rm go; wait; kb ingest log.txt; kb verify
            """)
        #expect(result.status == 0)
        let lines = result.text.split(separator: "\n")
        #expect(
            lines.allSatisfy { line in
                ["0", "74", "failed     it is being written, and changes while it is read (try again later): log.txt"]
                    .contains(line) || line.hasSuffix("  log.txt")
            })
        let body = try place.shell(
            #"sqlite3 kb.db 'SELECT body FROM current_article' | head -c -1 > body; cmp body log.txt"#)
        #expect(body.status == 0)
    }

    @Test func manyFilesInOneFolder() throws {
        let place = try Workplace()
        try place.shell("mkdir many; cd many; seq -f '%05g.txt' 1 50000 | xargs touch; echo 'Acme buys Bolt.' > z.txt")
        let result = try place.kb(["ingest", "many"])
        #expect(result.status == 65)
        #expect(result.errorText == "kb: 1 added, 50000 failed\n")
        #expect(result.text.hasSuffix("failed     it is empty: many/50000.txt\nadded      many/z.txt\n"))
    }

    /// They are told apart by their bytes, and neither takes the place of the other.
    @Test(arguments: ["odd", "odd/*.txt"]) func namesThatAreNoUTF8(_ inputs: String) throws {
        let place = try Workplace()
        let result = try place.shell(
            #"""
            mkdir odd; echo 'Acme Corp buys Bolt Inc.' > "$(printf 'odd/\303\251\376.txt')"
            echo 'Tarn Corp buys Wick Inc.' > "$(printf 'odd/\303\251\377.txt')"
            kb ingest \#(inputs); kb articles --format jsonl | wc -l; kb verify
            """#)
        #expect(result.status == 0 && result.errorText == "kb: 2 added\nkb: kb.db: no fault found\n")
        #expect(result.text == "added      odd/é\u{FFFD}FE.txt\nadded      odd/é\u{FFFD}FF.txt\n2\n")
    }

    /// The argument has lost the bytes, so that another file would be made or read.
    @Test func aDatabaseWhoseNameIsNoUTF8() throws {
        let place = try Workplace()
        let result = try place.shell(
            #"""
            name=$(printf 'b\351.db'); kb ingest samples --db "$name"; echo $?
            kb ingest samples > said 2>&1; kb backup "$name"; echo $?; KB_DB="$name" kb stats; echo $?; ls *.db
            """#)
        #expect(result.text == "74\n74\n74\nkb.db\n")
        #expect(result.errorText.hasPrefix("kb: b\u{FFFD}.db: the name of a database has to be UTF-8"))
    }

    @Test func aNameThatLooksLikeAnOption() throws {
        let place = try Workplace()
        try place.write("-x.txt", Array("Acme buys Bolt.".utf8))
        let result = try place.kb(["ingest", "-x.txt"])
        #expect(result.status == 64)
        #expect(result.errorText.contains("For the file '-x.txt' write ./-x.txt"))
        #expect(try place.kb(["ingest", "./-x.txt"]).text == "added      -x.txt\n")
        #expect(try place.kb(["ingest", "--", "-x.txt"]).text == "unchanged  -x.txt\n")
    }

    /// Names and texts that nobody writes by accident. None of it reaches a terminal raw: see TerminalTests.
    @Test func strangeTexts() throws {
        let place = try Workplace()
        let texts = [
            String(repeating: "(Acme ", count: 2000) + String(repeating: ") ", count: 2000),
            "A" + String(repeating: "cme", count: 10_000) + " Corp buys Bolt Inc.",
            String(repeating: "A\u{200B}cme Co\u{200D}rp \u{202E}buys\u{202C} Bolt\u{FEFF} Inc. ", count: 100),
            String(repeating: "Acme\n", count: 3000), String(repeating: "Acme buys Bolt. ", count: 600),
            String(repeating: ".", count: 30_000), String(repeating: "$3 billion ", count: 1000),
            String(repeating: "\u{1B}[31mAcme\u{1B}[0m Corp buys Bolt Inc. ", count: 30),
        ]
        for (number, text) in texts.enumerated() { try place.write("\(number).txt", Array(text.utf8)) }
        let result = try place.kb(["ingest", "--"] + texts.indices.map { "\($0).txt" })
        #expect(result.status == 0)
        #expect(result.errorText == "kb: \(texts.count) added\n")
        #expect(try place.kb(["verify"]).status == 0)
        #expect(try place.kb(["query", "acme corp buys bolt"]).status == 0)
    }
}
