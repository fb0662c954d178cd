# The verbs of Nima. Each is one line over npm or bin/nima; "make help" lists them.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.PHONY: help install build run test check bench gen clean

INSTALLED := node_modules/.installed
PAGE := web/dist/index.html
WARMED := node_modules/.cache/nima/.warmed
LEARNED := node_modules/.cache/nima/.learned
LANGUAGE_SOURCES := $(shell find src -name '*.ts' -not -name '*.test.ts' -o -name phrasings.tsv -o -name talk.txt)
PAGE_SOURCES := $(shell find web -type f -not -path 'web/dist/*' -not -path 'web/node_modules/*' 2>/dev/null)

help: ## list the verbs
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

install: $(INSTALLED) ## install exact dependencies, and Node 24 where the machine's is older

build: $(INSTALLED) $(PAGE) $(LEARNED) $(WARMED) ## build the web page, learn the language, and compile what a start needs

run: build ## install, build and start Nima on http://127.0.0.1:8002
	@exec bin/nima serve

test: build ## install what tests need and run all of them, on SQLite and on PostgreSQL
	@sh tools/install-test-needs.sh
	@npm run --silent test

check: $(INSTALLED) ## types, lint, format, walls, generated files
	@npm run --silent check

bench: build ## measure every figure in the README, each beside its target
	@npm run --silent bench

gen: $(INSTALLED) ## write the typed client and the reference from the catalog
	@npm run --silent gen

clean: ## remove what install and build made; data stays
	rm -rf node_modules web/dist

$(INSTALLED): package.json package-lock.json
	@command -v npm >/dev/null || { echo 'Nima is installed with npm. Install Node 20 or newer (Debian: apt install nodejs npm).' >&2; exit 1; }
	@echo 'Installing dependencies (about half a minute) ...'
	@npm ci --loglevel=error
	@touch $@

$(PAGE): $(INSTALLED) $(PAGE_SOURCES)
	@echo 'Building the page ...'
	@npm run --silent build:web
	@touch $@

# Learns only if what it learns from has changed; otherwise it sees so in two seconds.
$(LEARNED): $(INSTALLED) $(LANGUAGE_SOURCES)
	@echo 'Learning how people say things (half a minute, minutes on a small board) ...'
	@mkdir -p $(@D) && npm run --silent learn && touch $@

$(WARMED): $(INSTALLED) bin/nima | $(LEARNED)
	@echo 'Preparing a quick start ...'
	@sh tools/warm-start.sh
	@mkdir -p $(@D) && touch $@
