# Every target sets up all that it needs; the second run finds it done.
#   make briefs      compile every brief of this folder into build/
#   make test        all checks: style, types, import directions, tests
#   make quick       the same without the slow tests
#   make help        the rest

PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check --quiet
RUN := $(VENV)/bin/python -m
TOOL := $(VENV)/.stamp-tool
DEV := $(VENV)/.stamp-dev

.DEFAULT_GOAL := help
.PHONY: help briefs test quick check format schema docs bench constraints clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

briefs: $(TOOL) ## compile every brief of this folder into build/
	$(VENV)/bin/briefwright build

test: check ## all checks and all tests
	$(RUN) pytest --numprocesses auto --dist loadscope

quick: check ## all checks, and the tests that are quick
	$(RUN) pytest --numprocesses auto --dist loadscope -m "not slow"

check: $(DEV) ## style, types and import directions
	$(RUN) ruff check
	$(RUN) ruff format --check
	$(RUN) mypy
	$(VENV)/bin/lint-imports --no-logo
	$(VENV)/bin/briefwright schema --check schemas/brief.schema.json

format: $(DEV) ## lay the code out
	$(RUN) ruff check --fix
	$(RUN) ruff format

schema: $(TOOL) ## write schemas/brief.schema.json from the models
	$(VENV)/bin/briefwright schema --out schemas/brief.schema.json

docs: $(TOOL) ## write docs/diagnostics.md from the table of codes
	$(VENV)/bin/python docs/diagnostics.py

bench: $(DEV) ## time and memory
	$(RUN) benchmarks.bench

constraints: ## pin what is installed now: names and versions
	$(PIP) freeze --all --exclude-editable --exclude setuptools | LC_ALL=C sort -f > constraints.txt

clean: ## forget the environment and all that was built
	rm -rf $(VENV) build/*/ dist

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "Briefwright needs Python 3.11 or newer: make PYTHON=/path/to/python3.11"; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(TOOL): pyproject.toml constraints.txt | $(VENV)/bin/python
	$(PIP) install --constraint constraints.txt --upgrade pip
	$(PIP) install --constraint constraints.txt --build-constraint constraints.txt --editable ".[cjk]"
	$(RUN) compileall -q src
	@touch $@

$(DEV): $(TOOL) Makefile
	$(PIP) install --constraint constraints.txt --build-constraint constraints.txt --editable ".[cjk,rtl]" --group dev
	@touch $@
