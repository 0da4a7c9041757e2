# Everything a contributor types. `make` alone explains itself.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# The files name every package, so nothing is resolved: a release made today cannot change or break an install.
LOCKED := --no-deps --require-hashes
CODE := ontology graph loaders viz api
export LACAK_HOME ?= $(CURDIR)/.lacak

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

$(VENV)/.run: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Lacak needs Python 3.11 or newer; set PYTHON=python3.x")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing (first time only; about 400 MB) ..."
	@$(BIN)/python -m pip install --quiet --no-compile $(LOCKED) -r requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --no-compile $(LOCKED) -r requirements-dev.txt
	@$(BIN)/python -m pip check
	@touch $@

install: $(VENV)/.run ## Make .venv with everything that Lacak needs to run

dev: $(VENV)/.dev ## ... and everything that its tests and checks need

demo: $(VENV)/.run ## Load the public record, answer three questions, draw three pictures
	@$(BIN)/lacak demo

serve: $(VENV)/.run ## Serve the API and its pages on http://127.0.0.1:8000
	@$(BIN)/lacak serve

test: $(VENV)/.dev ## Run the tests; engines and browsers that are absent skip loudly
	$(BIN)/python -m pytest

check: lint types imports lint-cypher test ## All that CI asks

lint: $(VENV)/.dev ## Style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev ## Static types, strict
	$(BIN)/mypy

imports: $(VENV)/.dev ## Who may import whom
	$(BIN)/lint-imports

lint-cypher: $(VENV)/.dev ## Every Cypher text through Neo4j's own parser (needs Node)
	$(BIN)/python tools/lint_cypher.py

metrics: $(VENV)/.dev ## The numbers we hold ourselves to
	$(BIN)/python tools/metrics.py

docs: $(VENV)/.dev ## Write the generated pages of docs/ anew
	$(BIN)/python tools/write_docs.py

bench: $(VENV)/.dev ## Load a million claims and compare (about an hour)
	$(BIN)/python bench/scale.py

pin: ## Resolve dependencies again and pin them with hashes
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra report --extra documents pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --group dev --all-extras pyproject.toml -o requirements-dev.txt

clean: ## Delete the environment, caches, and the demo's data
	rm -rf $(VENV) .cache .lacak .mypy_cache .ruff_cache .pytest_cache .hypothesis out

.PHONY: help install dev demo serve test check lint types imports lint-cypher metrics docs bench pin clean
