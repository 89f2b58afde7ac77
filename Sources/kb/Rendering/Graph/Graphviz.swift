/// Draws graphs with Graphviz, where it is installed.
enum Graphviz {
    /// Writes the drawing of `dot` as SVG to standard output.
    static func drawSVG(_ dot: String) throws {
        guard Subprocess.isInstalled("dot") else {
            throw Failure(
                .notFound, "Graphviz is not installed, and draws the SVG",
                hint: "Install it (apt-get install graphviz), or use --format dot or mermaid.")
        }
        guard let process = Subprocess(shell: "dot -Tsvg") else { throw Failure(.internalFault, "cannot start dot") }
        let out = Output(process.input)
        do {
            try out.write(dot)
            try out.flush()
        } catch {
            process.finish()
            throw error
        }
        guard process.finish() == 0 else { throw Failure(.internalFault, "dot could not draw the graph") }
    }
}
