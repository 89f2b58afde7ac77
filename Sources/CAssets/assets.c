// One line a file in the lists below; a test compares them with the folders.
#include "CAssets.h"

#define FILE_BYTES(symbol) _Alignas(64) static const unsigned char symbol[]

FILE_BYTES(clause_types) = {
#embed "../../data/clause_types.tsv"
};
FILE_BYTES(agreement_kinds) = {
#embed "../../data/agreement_kinds.tsv"
};

#define ASSET(name, symbol) {name, symbol, sizeof symbol}

static const struct kb_asset table[] = {
    ASSET("data/clause_types.tsv", clause_types),
    ASSET("data/agreement_kinds.tsv", agreement_kinds),
};

const struct kb_asset *const kb_assets = table;
const size_t kb_asset_count = sizeof table / sizeof table[0];
