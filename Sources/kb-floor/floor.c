// The least that a program can do which stores and searches text: reads files, puts each into one row, and
// indexes it with FTS5, with the settings that kb uses. kb's speed is given as a multiple of this.
//
//   kb-floor DATABASE LIST article|sentence
//
// LIST names a file of paths, one a line. `article` indexes title and body of each; `sentence` keeps the
// offsets of each sentence and indexes those, as kb does.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILES_A_TRANSACTION = 256 };

static sqlite3 *db;

static void check(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "kb-floor: %s\n", sqlite3_errmsg(db));
    exit(74);
}

static void run(const char *sql) { check(sqlite3_exec(db, sql, NULL, NULL, NULL)); }

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement = NULL;
    check(sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
    return statement;
}

static void step(sqlite3_stmt *statement) {
    check(sqlite3_step(statement));
    sqlite3_reset(statement);
}

// One growing buffer takes every file.
struct text { char *bytes; size_t count, room; };

static void read_file(const char *path, struct text *text) {
    int file = open(path, O_RDONLY);
    struct stat info;
    if (file < 0 || fstat(file, &info) != 0) { perror(path); exit(66); }
    size_t size = (size_t)info.st_size;
    if (size + 1 > text->room) {
        text->room = 2 * size + 4096;
        text->bytes = realloc(text->bytes, text->room);
        if (!text->bytes) { perror("kb-floor"); exit(70); }
    }
    text->count = 0;
    for (ssize_t got; (got = read(file, text->bytes + text->count, size - text->count)) > 0;) text->count += (size_t)got;
    close(file);
}

static void bind(sqlite3_stmt *statement, int index, const char *bytes, size_t count) {
    check(sqlite3_bind_text64(statement, index, bytes, count, SQLITE_STATIC, SQLITE_UTF8));
}

static void index_article(sqlite3_stmt *index, sqlite3_int64 id, const struct text *text, size_t title, size_t body) {
    sqlite3_bind_int64(index, 1, id);
    bind(index, 2, text->bytes, title);
    bind(index, 3, text->bytes + body, text->count - body);
    step(index);
}

// A sentence ends at a stop before white space and a capital, or at a blank line.
static size_t sentence_end(const struct text *text, size_t start) {
    const char *bytes = text->bytes;
    for (size_t i = start; i + 2 < text->count; i++) {
        if (bytes[i] == '\n' && bytes[i + 1] == '\n') return i;
        int is_stop = bytes[i] == '.' || bytes[i] == '!' || bytes[i] == '?';
        int is_space = bytes[i + 1] == ' ' || bytes[i + 1] == '\n';
        if (is_stop && is_space && bytes[i + 2] >= 'A' && bytes[i + 2] <= 'Z') return i + 1;
    }
    return text->count;
}

static void index_sentences(
    sqlite3_stmt *row, sqlite3_stmt *index, sqlite3_int64 *id, sqlite3_int64 article, const struct text *text
) {
    for (size_t start = 0; start < text->count;) {
        while (start < text->count && (text->bytes[start] == ' ' || text->bytes[start] == '\n')) start++;
        if (start == text->count) return;
        size_t end = sentence_end(text, start);
        sqlite3_bind_int64(row, 1, ++*id);
        sqlite3_bind_int64(row, 2, article);
        sqlite3_bind_int64(row, 3, (sqlite3_int64)start);
        sqlite3_bind_int64(row, 4, (sqlite3_int64)(end - start));
        step(row);
        sqlite3_bind_int64(index, 1, *id);
        bind(index, 2, text->bytes + start, end - start);
        step(index);
        start = end;
    }
}

static const char *schema =
    "CREATE TABLE article(id INTEGER PRIMARY KEY, title TEXT, body TEXT);"
    "CREATE TABLE sentence(id INTEGER PRIMARY KEY, article_id INTEGER, start INTEGER, length INTEGER);"
    "CREATE VIEW sentence_text AS SELECT s.id, CAST(substr(CAST(a.body AS BLOB), s.start + 1, s.length) AS TEXT)"
    " AS body FROM sentence s JOIN article a ON a.id = s.article_id;";

int main(int count, char **arguments) {
    if (count != 4) { fputs("usage: kb-floor DATABASE LIST article|sentence\n", stderr); return 64; }
    int by_sentence = strcmp(arguments[3], "sentence") == 0;
    check(sqlite3_open(arguments[1], &db));
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
    run(schema);
    run(by_sentence
        ? "CREATE VIRTUAL TABLE text_fts USING fts5(body, content='sentence_text', content_rowid='id',"
          " tokenize='porter unicode61')"
        : "CREATE VIRTUAL TABLE text_fts USING fts5(title, body, content='article', content_rowid='id',"
          " tokenize='porter unicode61')");
    sqlite3_stmt *article = prepare("INSERT INTO article VALUES (?, ?, ?)");
    sqlite3_stmt *row = prepare("INSERT INTO sentence VALUES (?, ?, ?, ?)");
    sqlite3_stmt *index = prepare(by_sentence ? "INSERT INTO text_fts(rowid, body) VALUES (?, ?)"
                                              : "INSERT INTO text_fts(rowid, title, body) VALUES (?, ?, ?)");
    FILE *list = fopen(arguments[2], "r");
    if (!list) { perror(arguments[2]); return 66; }
    char path[4096];
    struct text text = {0};
    sqlite3_int64 id = 0, sentence = 0;
    run("BEGIN IMMEDIATE");
    while (fgets(path, sizeof path, list)) {
        path[strcspn(path, "\n")] = 0;
        read_file(path, &text);
        if (id && id % FILES_A_TRANSACTION == 0) run("COMMIT; BEGIN IMMEDIATE");
        const char *newline = memchr(text.bytes, '\n', text.count);
        size_t title = newline ? (size_t)(newline - text.bytes) : text.count;
        size_t body = by_sentence ? 0 : newline ? title + 1 : text.count;
        sqlite3_bind_int64(article, 1, ++id);
        bind(article, 2, text.bytes, title);
        bind(article, 3, text.bytes + body, text.count - body);
        step(article);
        if (by_sentence) index_sentences(row, index, &sentence, id, &text);
        else index_article(index, id, &text, title, body);
    }
    run("COMMIT");
    fclose(list);
    sqlite3_finalize(article);
    sqlite3_finalize(row);
    sqlite3_finalize(index);
    free(text.bytes);
    check(sqlite3_close(db));
    return 0;
}
