import ArgumentParser

/// The forms in which a list of records is printed.
enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, jsonl, csv, tsv, markdown, html
}

extension ColorChoice: ExpressibleByArgument {}
