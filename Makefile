# kb: what a developer does with it. `make demo` and `make test` install what is missing.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
DEMO_DB := .build/demo.db
SOURCES := Package.swift Sources Tests

.PHONY: all demo test build debug install uninstall format lint eval bench train clean packages

all: build

## The main job on a sample: ingest, query, and the joined row through stock sqlite3.
demo: build
	@rm -f $(DEMO_DB)
	@scripts/demo.sh .build/release/kb $(DEMO_DB)

## All tests.
test: packages
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

## The program to install: .build/release/kb, one file.
build: packages
	$(SWIFT) build -c release --product kb

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 .build/release/kb $(DESTDIR)$(PREFIX)/bin/kb

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/kb

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

## How well the extractor reads the annotated articles of data/evaluation.
eval: packages
	$(SWIFT) run -c release kb-train score data/evaluation

## How fast kb is beside what C and SQLite alone need: a table. BENCH=--quick for one short round, --json, ...
bench: build
	$(SWIFT) build -c release --product kb-floor
	$(SWIFT) run -c release kb-bench run $(BENCH)

## Weights under data/models from the annotated articles of data/training.
train: packages
	$(SWIFT) run -c release kb-train

clean:
	rm -rf .build

# SQLite's headers and its shell, where they are missing (Debian, Ubuntu).
packages:
	@[ -e /usr/include/sqlite3.h ] && command -v sqlite3 >/dev/null || \
		{ $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q libsqlite3-dev sqlite3; }
