# kb: what a developer does with it. `make demo` and `make test` install what is missing.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
BIN := $(DESTDIR)$(PREFIX)/bin
MAN := $(DESTDIR)$(PREFIX)/share/man/man1
BASH_COMPLETIONS := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS := $(DESTDIR)$(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
DEMO_DB := .build/demo.db
SOURCES := Package.swift Sources Tests Fuzz
FUZZ_SECONDS ?= 300

.PHONY: all demo test build debug install uninstall man format lint fuzz sanitize eval bench
.PHONY: train clean packages

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

## The program, its manual page and completions for bash, zsh and fish.
install: build
	install -d $(BIN) $(MAN) $(BASH_COMPLETIONS) $(ZSH_COMPLETIONS) $(FISH_COMPLETIONS)
	install -m 755 .build/release/kb $(BIN)/kb
	install -m 644 man/kb.1 $(MAN)/kb.1
	.build/release/kb --generate-completion-script bash > $(BASH_COMPLETIONS)/kb
	.build/release/kb --generate-completion-script zsh > $(ZSH_COMPLETIONS)/_kb
	.build/release/kb --generate-completion-script fish > $(FISH_COMPLETIONS)/kb.fish

uninstall:
	rm -f $(BIN)/kb $(MAN)/kb.1 $(BASH_COMPLETIONS)/kb $(ZSH_COMPLETIONS)/_kb $(FISH_COMPLETIONS)/kb.fish

## man/kb.1 from the definitions of commands and options.
man: packages
	$(SWIFT) package generate-manual
	cp .build/plugins/GenerateManual/outputs/kb/kb.1 man/kb.1

format:
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

## Coverage-guided fuzzing: each of TARGETS (all by default) for FUZZ_SECONDS.
fuzz: packages
	scripts/fuzz.sh $(FUZZ_SECONDS) $(TARGETS)

## The tests with AddressSanitizer, which looks for leaks too, then with ThreadSanitizer. FILTER='Store|Reading' runs
## some of them. What ThreadSanitizer maps into memory is more than a limit of file sizes allows.
sanitize: packages
	LSAN_OPTIONS=suppressions=$(CURDIR)/scripts/leaks.txt $(SWIFT) test --sanitize=address --scratch-path .build/address $(if $(FILTER),--filter '$(FILTER)')
	$(SWIFT) test --sanitize=thread --scratch-path .build/thread --skip aFileThatMayNotGrow $(if $(FILTER),--filter '$(FILTER)')

## How well the extractor reads the annotated articles of data/evaluation.
eval: packages
	$(SWIFT) run -c release kb-train score data/evaluation

## How fast kb is beside what C and SQLite alone need: a table. BENCH=--quick for one short round, --strange, --json,
## '--corpus FOLDER' for any folder of texts.
bench: build
	$(SWIFT) build -c release --product kb-floor
	$(SWIFT) run -c release kb-bench run $(BENCH)

## Weights under data/models from the annotated articles of data/training; each stage learns from what the stage before
## it finds in articles that it has not seen.
train: packages
	$(SWIFT) build -c release --product kb-train
	mkdir -p .build/out-of-fold
	.build/release/kb-train tables
	$(SWIFT) build -c release --product kb-train
	.build/release/kb-train names --models data/models --out-of-fold .build/out-of-fold/names
	$(SWIFT) build -c release --product kb-train
	.build/release/kb-train clauses --models data/models --out-of-fold .build/out-of-fold/clauses.tsv
	.build/release/kb-train deals --brief --models data/models --names .build/out-of-fold/names --clauses .build/out-of-fold/clauses.tsv

clean:
	rm -rf .build

# SQLite's headers and its shell, where they are missing (Debian, Ubuntu).
packages:
	@[ -e /usr/include/sqlite3.h ] && command -v sqlite3 >/dev/null || \
		{ $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q libsqlite3-dev sqlite3; }
