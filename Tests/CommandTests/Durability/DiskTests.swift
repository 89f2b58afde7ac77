import Foundation
import Testing

/// Disks that are full and files that may not be written.
@Suite struct DiskTests {
    /// As a size limit of the user has it: nothing half-made, what was filed is counted, and nothing of it is lost.
    @Test func aFileThatMayNotGrow() throws {
        let place = try Workplace()
        try place.writeArticles(500, sentences: 3)
        try place.kb(["ingest", "articles", "--db", "whole.db"])
        let whole = try Knowledge("whole.db", in: place)

        // In blocks of 512 bytes: too few for a new database.
        let none = try place.shell("ulimit -f 20; kb ingest articles")
        #expect(none.status == 74)
        #expect(none.errorText.contains("kb.db: file too large"))
        #expect(try place.files(beginning: "kb.db").isEmpty)

        let some = try place.shell("ulimit -f 900; kb ingest articles --jobs 1")
        #expect(some.status == 74)
        #expect(some.errorText.contains("stopped after ") && some.errorText.contains("kb: kb.db: "))
        #expect(try place.kb(["verify"]).status == 0)
        let now = try Knowledge("kb.db", in: place)
        let said = some.text.split(separator: "\n").map { String($0.dropFirst(11)) }
        #expect(Set(said).subtracting(now.sources).isEmpty)
        #expect(now.articles(otherThanIn: whole).isEmpty)
        #expect(try place.kb(["ingest", "articles"]).status == 0)
        #expect(try Knowledge("kb.db", in: place).text == whole.text)
        #expect(try place.files(beginning: "kb.db") == ["kb.db"])
    }

    /// The same on a small disk of its own, which only root can make.
    @Test func aFullDisk() throws {
        let place = try Workplace()
        try place.writeArticles(500, sentences: 3)
        try place.kb(["ingest", "articles", "--db", "whole.db"])
        let result = try place.shell(
            """
            mkdir disk; unshare -m sh -c '
            mount -t tmpfs -o size=900k none disk || exit 99
            kb ingest articles --db disk/kb.db > said; echo ingest $?
            kb verify --db disk/kb.db; echo verify $?
            kb backup disk/copy.db --db disk/kb.db; echo backup $?; ls disk/copy.db*
            mount -o remount,size=64m disk
            kb ingest articles --db disk/kb.db > /dev/null; echo again $?
            kb dump --db disk/kb.db > dump' 2>&1
            """)
        guard geteuid() == 0, result.status == 0 else { return }
        #expect(result.text.contains("disk is full") && result.text.contains("ingest 74\n"))
        #expect(result.text.contains("verify 0\n") && result.text.contains("backup 74\n"))
        #expect(result.text.contains("cannot access 'disk/copy.db*'") && result.text.contains("again 0\n"))
        let dump = try String(contentsOf: place.folder.appendingPathComponent("dump"), encoding: .utf8)
        #expect(try dump == Knowledge("whole.db", in: place).text)
    }

    @Test func aFullOutput() throws {
        let place = try Workplace()
        try place.writeArticles(3)
        let result = try place.shell("kb ingest articles > /dev/full")
        #expect(result.status == 74)
        #expect(result.errorText.contains("cannot write the output: No space left on device"))
        #expect(try place.kb(["verify"]).status == 0)
    }

    /// A database or a folder that may only be read can be queried, and says why it cannot be changed.
    @Test(arguments: ["chmod a-w kb.db", "chmod a-w ."])
    func whatMayOnlyBeRead(_ command: String) throws {
        let place = try Workplace()
        try place.writeArticles(2)
        try place.kb(["ingest", "articles/00000.txt"])
        try place.shell("chmod a+w . kb.db; \(command)")
        defer { _ = try? place.shell("chmod u+w .") }
        guard let stats = try place.unprivileged("kb stats --format jsonl") else { return }
        #expect(stats.status == 0 && stats.text.contains(#""articles":1"#))
        for change in ["kb ingest articles/00001.txt", "kb forget 1", "kb reextract --all --apply"] {
            let result = try #require(try place.unprivileged(change))
            #expect(result.status == 74, "\(change)")
            #expect(result.errorText.contains("kb.db: no permission to write this file, or its folder"), "\(change)")
        }
        #expect(try place.kb(["verify"]).status == 0)
    }

    /// A new database in a folder that may only be read, of which SQLite says that there is no such file.
    @Test func aFolderThatTakesNoFile() throws {
        let place = try Workplace()
        try place.writeArticles(1)
        let result = try place.shell(
            """
            mkdir disk; unshare -m sh -c '
            mount -t tmpfs -o ro none disk || exit 99
            kb ingest articles --db disk/kb.db; echo $?' 2>&1
            """)
        if geteuid() == 0, result.status == 0 {
            #expect(result.text == "kb: disk/kb.db: read-only file system\n74\n")
        }
        try place.shell("mkdir closed; chmod a-w closed; chmod a+w .")
        guard let closed = try place.unprivileged("kb ingest articles --db closed/kb.db") else { return }
        #expect(closed.status == 74 && closed.errorText == "kb: closed/kb.db: permission denied\n")
    }

    @Test func inputsThatMayNotBeRead() throws {
        let place = try Workplace()
        try place.writeArticles(1, to: "open")
        try place.writeArticles(1, to: "closed", sentences: 2)
        try place.writeArticles(1, to: "open/inner", sentences: 3)
        try place.write("secret.txt", Array("Acme buys Bolt.".utf8))
        try place.shell("chmod 000 closed open/inner secret.txt; chmod a+w .")
        defer { _ = try? place.shell("chmod 755 closed open/inner") }
        guard let result = try place.unprivileged("kb ingest closed secret.txt open") else { return }
        #expect(result.status == 74)
        #expect(
            result.text == """
                failed     permission denied: closed
                failed     permission denied: secret.txt
                added      open/00000.txt
                failed     permission denied: open/inner

                """)
    }
}

extension Workplace {
    /// Runs a line of shell as a user who may do no more than others: root may do everything. Nil where such a
    /// user cannot be had, or cannot reach the program.
    func unprivileged(_ line: String) throws -> Result? {
        guard geteuid() == 0 else { return try shell(line) }
        let user = "setpriv --reuid 65534 --regid 65534 --clear-groups"
        guard try shell("\(user) kb --version").status == 0 else { return nil }
        return try shell("\(user) \(line)")
    }
}
