// SQLite for Swift: the header, and what Swift cannot import from it, which is variadic functions and
// destructors that are integers cast to function pointers.
#ifndef KB_CSQLITE_SHIM_H
#define KB_CSQLITE_SHIM_H

#include <malloc.h>
#include <sqlite3.h>
#include <string.h>

// What the system said when it refused SQLite something, such as "Is a directory"; null where it did not.
static inline const char *kb_system_message(sqlite3 *db) {
    int number = sqlite3_system_errno(db);
    return number ? strerror(number) : 0;
}

// Does without counting what memory is in use, for which each allocation would take a lock. Where SQLite is at work
// already, it stays as it is.
static inline int kb_configure(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// What a long text needed goes back to the system as soon as it is not needed any more: by itself the allocator keeps up
// to 64 MB of it, a thread.
static inline void kb_return_long_blocks(void) {
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
}

// Sets a switch of the connection (SQLITE_DBCONFIG_…) and reads back how it now stands.
static inline int kb_db_config(sqlite3 *db, int option, int value) {
    int now = -1;
    int code = sqlite3_db_config(db, option, value, &now);
    return code != SQLITE_OK ? code : (now == value ? SQLITE_OK : SQLITE_ERROR);
}

// Binds a copy of `count` bytes of UTF-8 as text. No bytes are the empty text, not NULL.
static inline int kb_bind_text(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, count ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

// Binds `count` bytes of UTF-8 as text, or as a blob, where they are: they must stay there until the statement is bound
// anew.
static inline int kb_lend_text(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(statement, index, count ? (const char *)bytes : "", count, SQLITE_STATIC, SQLITE_UTF8);
}

static inline int kb_lend_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, count ? bytes : "", count, SQLITE_STATIC);
}

// Binds a copy of `count` bytes as a blob. No bytes are the empty blob, not NULL.
static inline int kb_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, count ? bytes : "", count, SQLITE_TRANSIENT);
}

#endif
