internal import SQLite

extension Store {
    /// Decides anew what an earlier kb, whose database has been brought up to date, decided otherwise: the table
    /// `overdue` says what. All of it, or, where it throws, nothing, and the next command that writes does it.
    func catchUp() throws(StoreError) {
        try wrap {
            guard try database.value("SELECT EXISTS (SELECT 1 FROM overdue)", as: Bool.self) == true else { return }
            try correcting {
                let tasks = Set(try database.values("SELECT what FROM overdue", as: String.self))
                let writer = try preparedWriter()
                var articles: Set<Int64> = []
                if tasks.contains("corrections") { articles.formUnion(try articlesOfCorrectedAgreements(writer)) }
                if tasks.contains("names") { articles.formUnion(try articlesWithTranslatedForms()) }
                // What an older kb has read is not kept: `kb reextract` is due there anyway.
                let known = Set(try database.values("SELECT article_id FROM reading", as: Int64.self))
                try Derivation(database: database, writer: writer).derive(articles.intersection(known).sorted())
                if tasks.contains("roles") {
                    writer.agreements.roles.reconsider(try database.values("SELECT id FROM agreement", as: Int64.self))
                }
                try writer.settle()
                try database.run("DELETE FROM overdue")
            }
        }
    }

    private func articlesOfCorrectedAgreements(_ writer: Writer) throws -> Set<Int64> {
        let ids = try database.values(
            "SELECT id FROM correction WHERE undone_at IS NULL AND action GLOB 'agreement-*'", as: Int64.self)
        let scope = Scope(database: database)
        return Set(try ids.compactMap { try writer.log.correction($0) }.flatMap { try scope.articles(of: $0) })
    }

    private func articlesWithTranslatedForms() throws -> Set<Int64> {
        let names = try database.rows(
            "SELECT company_id, name FROM company_name WHERE kind <> 'product'", as: Int64.self, String.self)
        var articles: Set<Int64> = []
        for company in Set(names.filter { IdentityKey.isTranslated($0.1) }.map(\.0)) {
            articles.formUnion(
                try database.values(
                    "SELECT article_id FROM company_article WHERE company_id = ?1", [company], as: Int64.self))
        }
        return articles
    }
}
