internal import Extraction
internal import Model

/// Learns the models of agreements and roles from articles. A model that reads what another found learns
/// from what that one finds in articles it has not seen.
struct DealTrainer {
    let articles: [DealArticle]
    private(set) var models: [DealModels.File: [UInt8]] = [:]

    init(_ articles: [DealArticle]) {
        self.articles = articles
        let agreements = AgreementTrainer(articles)
        models = PartyTrainer(articles).models.merging(agreements.models) { $1 }
        models.merge(RoleTrainer(articles, agreements.found).models) { $1 }
    }
}
