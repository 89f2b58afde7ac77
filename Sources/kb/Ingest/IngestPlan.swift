import Extraction
import Model
import Reading
import Store

/// How the inputs of one `kb ingest` are turned into entries of the store.
struct IngestPlan: Sendable {
    var inputs: [InputFinder.Input]
    /// What the user said, over what the text says; an empty title or date lets that of the text hold again.
    var source: String?
    var title: String?
    var date: String?

    /// An input that was read, or could not be.
    struct Prepared: Sendable {
        var source: String
        var result: Result<Entry, InputError>
        var encoding: TextEncoding = .utf8
        /// Bytes that were thought of for it.
        var size = 0
    }

    /// Whether there is anything to read; where there is not, no database is made.
    var hasInput: Bool {
        inputs.contains { if case .missing = $0 { false } else { true } }
    }

    /// What a thread reads articles with.
    struct Tools {
        let extractor = Extractor()
        /// The articles that need not be extracted.
        var known: KnownArticles?
        /// Counts the time of each stage, where it is wanted.
        var watch: StageWatch?
    }

    /// - Returns: nil where Ctrl-C came while the input was read: what was read of it is not all.
    func prepare(_ input: InputFinder.Input, with tools: Tools) -> Prepared? {
        tools.watch?.start()
        switch input {
        case .missing(let path, let error):
            return Prepared(source: path.text, result: .failure(error))
        case .file(let path):
            let name = source ?? IngestPlan.tidied(path.text)
            do {
                return prepare(try InputFile.read(path), name: name, with: tools)
            } catch {
                return Prepared(source: name, result: .failure(error))
            }
        case .standardInput:
            do {
                let bytes = try InputFile.readStandardInput()
                return prepare(bytes, name: source ?? (bytes.isEmpty ? "-" : IngestPlan.name(of: bytes)), with: tools)
            } catch {
                return Prepared(source: source ?? "-", result: .failure(error))
            }
        }
    }

    private func prepare(_ bytes: consuming [UInt8], name: String, with tools: Tools) -> Prepared? {
        let watch = tools.watch
        watch?.lap(.read)
        let sha256 = Entry.sha256(bytes)
        watch?.lap(.digest)
        do {
            // The bytes are let go of where the text is not the same: both of a long one would be too much.
            var (article, encoding) = try Reader().readReportingEncoding(consume bytes, source: name) {
                watch?.lap(.decode)
            }
            guard article.text.count < InputFile.most else {
                return Prepared(source: name, result: .failure(InputError(.badInput, "it is longer than 1 GB")))
            }
            let given = GivenHeading(title: title, published: date, over: Heading(article))
            (article.title, article.published) = (given.heading.title, given.heading.published)
            watch?.lap(.segment)
            guard let entry = entry(article, sha256, given, tools) else { return nil }
            watch?.lap(.layout)
            return Prepared(source: name, result: .success(entry), encoding: encoding)
        } catch {
            return Prepared(source: name, result: .failure(InputError(.badInput, error.description)))
        }
    }

    private func entry(_ article: Article, _ sha256: [UInt8], _ given: GivenHeading, _ tools: Tools) -> Entry? {
        let extractor = tools.extractor
        if tools.known?.contains(sha256, called: given) == true {
            return Entry(known: article, sha256: sha256, extractor: Extractor.version, given: given) {
                extractor.extract($0)
            }
        }
        let extraction = extractor.extract(article, while: { !Interrupt.isRequested }) {
            tools.watch?.lap(extraction: $0)
        }
        if Interrupt.isRequested { return nil }
        return Entry(
            article: article, extraction: extraction, sha256: sha256, extractor: Extractor.version, given: given
        ) { extractor.extract($0) }
    }

    /// A text that came without a name is known by its bytes, so that two of them are two articles.
    private static func name(of bytes: [UInt8]) -> String {
        "stdin:"
            + Entry.sha256(bytes).prefix(4).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// `path` without `./` in front and doubled slashes: the same file under the same name.
    private static func tidied(_ path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
