"""What Tantivy needs to index and search the same articles: `index FOLDER LIST`, `query FOLDER WORDS`."""
import os
import shutil
import sys

import tantivy

builder = tantivy.SchemaBuilder()
builder.add_text_field("path", stored=True)
builder.add_text_field("body", stored=True, tokenizer_name="en_stem")
schema = builder.build()
mode, folder, argument = sys.argv[1:4]
if mode == "index":
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    writer = tantivy.Index(schema, path=folder).writer(128_000_000, 1)
    for path in open(argument, encoding="utf-8").read().split("\n"):
        with open(path, encoding="utf-8") as file:
            writer.add_document(tantivy.Document(path=path, body=file.read()))
    writer.commit()
    writer.wait_merging_threads()
else:
    index = tantivy.Index(schema, path=folder)
    searcher = index.searcher()
    for _, address in searcher.search(index.parse_query(argument, ["body"]), 10).hits:
        print(searcher.doc(address)["path"][0])
