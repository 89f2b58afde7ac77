import Glibc

/// What the reader of an output can be shown.
struct Terminal: Sendable {
    var isTerminal: Bool
    var usesColor: Bool
    /// Whether text can be a hyperlink.
    var hasLinks: Bool
    /// Columns; nil where lines are not to be broken, as in a pipe.
    var width: Int?

    init(_ descriptor: CInt, color: ColorChoice) {
        isTerminal = isatty(descriptor) == 1
        hasLinks = isTerminal && Terminal.knowsLinks
        width = Terminal.width(of: descriptor, isTerminal: isTerminal)
        switch color {
        case .always: usesColor = true
        case .never: usesColor = false
        case .auto:
            let refused = Environment["NO_COLOR"].map { !$0.isEmpty } ?? false
            usesColor = isTerminal && !refused && Environment["TERM"] != "dumb"
        }
    }

    /// Terminals that are known to do hyperlinks (OSC 8) say who they are.
    private static var knowsLinks: Bool {
        if let version = Environment["VTE_VERSION"].flatMap({ Int($0) }), version >= 5000 { return true }
        if ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION", "ALACRITTY_WINDOW_ID"].contains(where: {
            Environment[$0] != nil
        }) {
            return true
        }
        return ["iTerm.app", "WezTerm", "vscode", "ghostty"].contains(Environment["TERM_PROGRAM"] ?? "")
    }

    private static func width(of descriptor: CInt, isTerminal: Bool) -> Int? {
        if let columns = Environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return max(columns, 40) }
        guard isTerminal else { return nil }
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return max(Int(size.ws_col), 40)
    }

    /// Text of an article or a path as it may be sent here: exactly as it is into a pipe, without control
    /// characters to a terminal.
    func safe(_ text: String) -> String {
        isTerminal ? ControlCharacters.shown(text) : text
    }

    /// `text` as a link to where the article `source` came from.
    func linked(_ text: String, to source: String?) -> String {
        guard hasLinks, let link = source.flatMap(SourceLink.to) else { return text }
        return "\u{1B}]8;;\(link)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }

    func paint(_ text: String, _ style: Style) -> String {
        usesColor && style != .plain ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// How a stretch of text looks: the parameters of an SGR escape sequence.
enum Style: String, Sendable {
    case plain = ""
    case bold = "1"
    case dim = "2"
    case heading = "1;4"
    case good = "32"
    case warning = "33"
    case bad = "31"
    case name = "36"
    case hit = "1;33"
}

enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}

/// The environment of the process.
enum Environment {
    static subscript(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
