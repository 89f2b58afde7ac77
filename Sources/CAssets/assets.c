// One line a file in the lists below; a test compares them with the folders.
#include "CAssets.h"

#define FILE_BYTES(symbol) _Alignas(64) static const unsigned char symbol[]

FILE_BYTES(migration_0001) = {
#embed "../../migrations/0001_knowledge_base.sql"
};
FILE_BYTES(migration_0002) = {
#embed "../../migrations/0002_correction.sql"
};
FILE_BYTES(migration_0003) = {
#embed "../../migrations/0003_identity.sql"
};
FILE_BYTES(migration_0004) = {
#embed "../../migrations/0004_plain_letters.sql"
};
FILE_BYTES(migration_0005) = {
#embed "../../migrations/0005_sketch_before_facts.sql"
};
FILE_BYTES(migration_0006) = {
#embed "../../migrations/0006_what_people_settled.sql"
};
FILE_BYTES(migration_0007) = {
#embed "../../migrations/0007_needless_companies.sql"
};
FILE_BYTES(migration_0008) = {
#embed "../../migrations/0008_roles_of_parties.sql"
};
FILE_BYTES(migration_0009) = {
#embed "../../migrations/0009_given_headings.sql"
};
FILE_BYTES(migration_0010) = {
#embed "../../migrations/0010_narrower_rows.sql"
};
FILE_BYTES(clause_types) = {
#embed "../../data/clause_types.tsv"
};
FILE_BYTES(agreement_kinds) = {
#embed "../../data/agreement_kinds.tsv"
};
FILE_BYTES(identity_one_company) = {
#embed "../../data/identity/one_company.tsv"
};
FILE_BYTES(identity_contested) = {
#embed "../../data/identity/contested.tsv"
};
FILE_BYTES(identity_kinds_of_one_deal) = {
#embed "../../data/identity/kinds_of_one_deal.tsv"
};
FILE_BYTES(identity_translated_forms) = {
#embed "../../data/identity/translated_forms.tsv"
};
FILE_BYTES(cues_party_roles) = {
#embed "../../data/cues/party_roles.tsv"
};
FILE_BYTES(identity_renamings) = {
#embed "../../data/identity/renamings.tsv"
};
FILE_BYTES(register_companies) = {
#embed "../../data/register/companies.tsv"
};
FILE_BYTES(register_home_countries) = {
#embed "../../data/register/home_countries.tsv"
};
FILE_BYTES(legal_forms) = {
#embed "../../data/legal_forms.tsv"
};
FILE_BYTES(letters) = {
#embed "../../data/letters.tsv"
};
FILE_BYTES(values_calendar) = {
#embed "../../data/values/calendar.tsv"
};
FILE_BYTES(values_currencies) = {
#embed "../../data/values/currencies.tsv"
};
FILE_BYTES(values_numbers) = {
#embed "../../data/values/numbers.tsv"
};
FILE_BYTES(values_periods) = {
#embed "../../data/values/periods.tsv"
};
FILE_BYTES(reading_words) = {
#embed "../../data/reading/words.tsv"
};
FILE_BYTES(concepts_agreement_kinds) = {
#embed "../../data/concepts/agreement_kinds.tsv"
};
FILE_BYTES(concepts_clause_types) = {
#embed "../../data/concepts/clause_types.tsv"
};
FILE_BYTES(concepts_common_words) = {
#embed "../../data/concepts/common_words.tsv"
};
FILE_BYTES(concepts_bounds) = {
#embed "../../data/concepts/bounds.tsv"
};
FILE_BYTES(concepts_prohibitions) = {
#embed "../../data/concepts/prohibitions.tsv"
};
FILE_BYTES(concepts_role_words) = {
#embed "../../data/concepts/role_words.tsv"
};
FILE_BYTES(concepts_statuses) = {
#embed "../../data/concepts/statuses.tsv"
};
FILE_BYTES(concepts_event_words) = {
#embed "../../data/concepts/event_words.tsv"
};
FILE_BYTES(concepts_synonyms) = {
#embed "../../data/concepts/synonyms.tsv"
};
FILE_BYTES(model_query) = {
#embed "../../data/models/query.bin"
};
FILE_BYTES(folding) = {
#embed "../../data/folding.tsv"
};
FILE_BYTES(model_words) = {
#embed "../../data/models/words.bin"
};
FILE_BYTES(model_register) = {
#embed "../../data/models/register.bin"
};
FILE_BYTES(model_names_labels) = {
#embed "../../data/models/names-labels.bin"
};
FILE_BYTES(model_names_lower_case) = {
#embed "../../data/models/names-lower-case.bin"
};
FILE_BYTES(model_names_links) = {
#embed "../../data/models/names-links.bin"
};
FILE_BYTES(model_names_words) = {
#embed "../../data/models/names-words.bin"
};
FILE_BYTES(model_names_trees) = {
#embed "../../data/models/names-trees.bin"
};
FILE_BYTES(cues_clauses) = {
#embed "../../data/cues/clauses.tsv"
};
FILE_BYTES(cues_families) = {
#embed "../../data/cues/families.tsv"
};
FILE_BYTES(cues_irregular) = {
#embed "../../data/cues/irregular.tsv"
};
FILE_BYTES(cues_conjunctions) = {
#embed "../../data/cues/conjunctions.tsv"
};
FILE_BYTES(cues_quantities) = {
#embed "../../data/cues/quantities.tsv"
};
FILE_BYTES(model_clause_spans) = {
#embed "../../data/models/clause-spans.bin"
};
FILE_BYTES(model_clause_types) = {
#embed "../../data/models/clause-types.bin"
};
FILE_BYTES(model_clause_review) = {
#embed "../../data/models/clause-review.bin"
};
FILE_BYTES(model_clause_fit) = {
#embed "../../data/models/clause-fit.bin"
};
FILE_BYTES(cues_lemmas) = {
#embed "../../data/cues/lemmas.tsv"
};
FILE_BYTES(cues_kinds) = {
#embed "../../data/cues/kinds.tsv"
};
FILE_BYTES(cues_statuses) = {
#embed "../../data/cues/statuses.tsv"
};
FILE_BYTES(cues_clause_statuses) = {
#embed "../../data/cues/clause_statuses.tsv"
};
FILE_BYTES(cues_words) = {
#embed "../../data/cues/words.tsv"
};
FILE_BYTES(models_deals_clause_status) = {
#embed "../../data/models/deals-clause-status.bin"
};
FILE_BYTES(models_deals_direction) = {
#embed "../../data/models/deals-direction.bin"
};
FILE_BYTES(models_deals_form) = {
#embed "../../data/models/deals-form.bin"
};
FILE_BYTES(models_deals_kind) = {
#embed "../../data/models/deals-kind.bin"
};
FILE_BYTES(models_deals_kind_trees) = {
#embed "../../data/models/deals-kind-trees.bin"
};
FILE_BYTES(models_deals_pair_trees) = {
#embed "../../data/models/deals-pair-trees.bin"
};
FILE_BYTES(models_deals_pair) = {
#embed "../../data/models/deals-pair.bin"
};
FILE_BYTES(models_deals_party) = {
#embed "../../data/models/deals-party.bin"
};
FILE_BYTES(models_deals_status) = {
#embed "../../data/models/deals-status.bin"
};
FILE_BYTES(models_deals_status_trees) = {
#embed "../../data/models/deals-status-trees.bin"
};
FILE_BYTES(model_word_classes) = {
#embed "../../data/models/word-classes.bin"
};
FILE_BYTES(cues_value_neighbours) = {
#embed "../../data/cues/value_neighbours.tsv"
};
FILE_BYTES(cues_countries) = {
#embed "../../data/cues/countries.tsv"
};
FILE_BYTES(models_deals_clause_standing) = {
#embed "../../data/models/deals-clause-standing.bin"
};
FILE_BYTES(models_deals_set_trees) = {
#embed "../../data/models/deals-set-trees.bin"
};
FILE_BYTES(models_deals_provider) = {
#embed "../../data/models/deals-provider.bin"
};
FILE_BYTES(models_deals_side) = {
#embed "../../data/models/deals-side.bin"
};
FILE_BYTES(models_deals_gets) = {
#embed "../../data/models/deals-gets.bin"
};
FILE_BYTES(models_deals_link) = {
#embed "../../data/models/deals-link.bin"
};
FILE_BYTES(models_deals_owes) = {
#embed "../../data/models/deals-owes.bin"
};
FILE_BYTES(models_deals_roles) = {
#embed "../../data/models/deals-roles.bin"
};
FILE_BYTES(cues_attribution) = {
#embed "../../data/cues/attribution.tsv"
};
FILE_BYTES(names_products) = {
#embed "../../data/names/products.tsv"
};

#define ASSET(name, symbol) {name, symbol, sizeof symbol}

static const struct kb_asset table[] = {
    ASSET("migrations/0001_knowledge_base.sql", migration_0001),
    ASSET("migrations/0002_correction.sql", migration_0002),
    ASSET("migrations/0003_identity.sql", migration_0003),
    ASSET("migrations/0004_plain_letters.sql", migration_0004),
    ASSET("migrations/0005_sketch_before_facts.sql", migration_0005),
    ASSET("migrations/0006_what_people_settled.sql", migration_0006),
    ASSET("migrations/0007_needless_companies.sql", migration_0007),
    ASSET("migrations/0008_roles_of_parties.sql", migration_0008),
    ASSET("migrations/0009_given_headings.sql", migration_0009),
    ASSET("migrations/0010_narrower_rows.sql", migration_0010),
    ASSET("data/clause_types.tsv", clause_types),
    ASSET("data/agreement_kinds.tsv", agreement_kinds),
    ASSET("data/identity/one_company.tsv", identity_one_company),
    ASSET("data/identity/contested.tsv", identity_contested),
    ASSET("data/identity/kinds_of_one_deal.tsv", identity_kinds_of_one_deal),
    ASSET("data/identity/renamings.tsv", identity_renamings),
    ASSET("data/identity/translated_forms.tsv", identity_translated_forms),
    ASSET("data/cues/party_roles.tsv", cues_party_roles),
    ASSET("data/register/companies.tsv", register_companies),
    ASSET("data/register/home_countries.tsv", register_home_countries),
    ASSET("data/legal_forms.tsv", legal_forms),
    ASSET("data/letters.tsv", letters),
    ASSET("data/values/calendar.tsv", values_calendar),
    ASSET("data/values/currencies.tsv", values_currencies),
    ASSET("data/values/numbers.tsv", values_numbers),
    ASSET("data/values/periods.tsv", values_periods),
    ASSET("data/reading/words.tsv", reading_words),
    ASSET("data/concepts/agreement_kinds.tsv", concepts_agreement_kinds),
    ASSET("data/concepts/clause_types.tsv", concepts_clause_types),
    ASSET("data/concepts/common_words.tsv", concepts_common_words),
    ASSET("data/concepts/bounds.tsv", concepts_bounds),
    ASSET("data/concepts/prohibitions.tsv", concepts_prohibitions),
    ASSET("data/concepts/role_words.tsv", concepts_role_words),
    ASSET("data/concepts/statuses.tsv", concepts_statuses),
    ASSET("data/concepts/event_words.tsv", concepts_event_words),
    ASSET("data/concepts/synonyms.tsv", concepts_synonyms),
    ASSET("data/models/query.bin", model_query),
    ASSET("data/names/products.tsv", names_products),
    ASSET("data/folding.tsv", folding),
    ASSET("data/models/words.bin", model_words),
    ASSET("data/models/register.bin", model_register),
    ASSET("data/models/names-labels.bin", model_names_labels),
    ASSET("data/models/names-lower-case.bin", model_names_lower_case),
    ASSET("data/models/names-links.bin", model_names_links),
    ASSET("data/models/names-words.bin", model_names_words),
    ASSET("data/models/names-trees.bin", model_names_trees),
    ASSET("data/cues/clauses.tsv", cues_clauses),
    ASSET("data/cues/families.tsv", cues_families),
    ASSET("data/cues/irregular.tsv", cues_irregular),
    ASSET("data/cues/conjunctions.tsv", cues_conjunctions),
    ASSET("data/cues/quantities.tsv", cues_quantities),
    ASSET("data/models/clause-spans.bin", model_clause_spans),
    ASSET("data/models/clause-types.bin", model_clause_types),
    ASSET("data/models/clause-fit.bin", model_clause_fit),
    ASSET("data/models/clause-review.bin", model_clause_review),
    ASSET("data/cues/lemmas.tsv", cues_lemmas),
    ASSET("data/cues/kinds.tsv", cues_kinds),
    ASSET("data/cues/statuses.tsv", cues_statuses),
    ASSET("data/cues/clause_statuses.tsv", cues_clause_statuses),
    ASSET("data/cues/words.tsv", cues_words),
    ASSET("data/cues/attribution.tsv", cues_attribution),
    ASSET("data/models/deals-clause-status.bin", models_deals_clause_status),
    ASSET("data/models/deals-direction.bin", models_deals_direction),
    ASSET("data/models/deals-form.bin", models_deals_form),
    ASSET("data/models/deals-kind-trees.bin", models_deals_kind_trees),
    ASSET("data/models/deals-kind.bin", models_deals_kind),
    ASSET("data/models/deals-pair-trees.bin", models_deals_pair_trees),
    ASSET("data/models/deals-pair.bin", models_deals_pair),
    ASSET("data/models/deals-party.bin", models_deals_party),
    ASSET("data/models/deals-status-trees.bin", models_deals_status_trees),
    ASSET("data/models/deals-status.bin", models_deals_status),
    ASSET("data/models/word-classes.bin", model_word_classes),
    ASSET("data/cues/value_neighbours.tsv", cues_value_neighbours),
    ASSET("data/cues/countries.tsv", cues_countries),
    ASSET("data/models/deals-clause-standing.bin", models_deals_clause_standing),
    ASSET("data/models/deals-provider.bin", models_deals_provider),
    ASSET("data/models/deals-set-trees.bin", models_deals_set_trees),
    ASSET("data/models/deals-side.bin", models_deals_side),
    ASSET("data/models/deals-roles.bin", models_deals_roles),
    ASSET("data/models/deals-owes.bin", models_deals_owes),
    ASSET("data/models/deals-link.bin", models_deals_link),
    ASSET("data/models/deals-gets.bin", models_deals_gets),
};

const struct kb_asset *const kb_assets = table;
const size_t kb_asset_count = sizeof table / sizeof table[0];
