/// What ends a command early: what is wrong, with which input, and what to do about it.
struct Failure: Error {
    var status: ExitStatus
    /// Lower case, without a full stop; names the input.
    var message: String
    /// What to do, where that is not plain.
    var hint: String?

    init(_ status: ExitStatus, _ message: String, hint: String? = nil) {
        self.status = status
        self.message = message
        self.hint = hint
    }

    /// A command that has printed all there is to say, and ends with a status other than 0.
    static func silent(_ status: ExitStatus) -> Failure { Failure(status, "") }
}
