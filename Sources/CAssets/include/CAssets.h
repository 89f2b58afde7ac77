// Files of the project that travel inside the binary: migrations/ and data/.
#ifndef KB_CASSETS_H
#define KB_CASSETS_H

#include <stddef.h>

struct kb_asset {
    const char *name;            // path from the project's top, e.g. "data/clause_types.tsv"
    const unsigned char *bytes;  // lives as long as the process; not NUL-terminated; aligned to 64
    size_t count;
};

extern const struct kb_asset *const kb_assets;
extern const size_t kb_asset_count;

#endif
