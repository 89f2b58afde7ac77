#!/usr/bin/env python3
"""Write data/folding.tsv: Latin letters with marks and the plain letters they fold to.

Source: the Unicode Character Database, through Python's unicodedata (NFKD, combining marks dropped, lower case).
"""
import pathlib
import unicodedata

rows = ["letter\tfolded"]
for code in [*range(0xC0, 0x250), *range(0x1E00, 0x1F00), *range(0xFB00, 0xFB07), *range(0xFF10, 0xFF5B)]:
    letter = chr(code)
    if not letter.isalnum():
        continue
    folded = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c)).lower()
    if folded and folded != letter:
        rows.append(f"{letter}\t{folded}")
path = pathlib.Path(__file__).resolve().parent.parent / "data" / "folding.tsv"
path.write_text("\n".join(rows) + "\n", "utf-8")
