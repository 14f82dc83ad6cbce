# Everything a developer types. `make help` lists it.
# Python 3.11 or newer is all that `make demo` needs; what else a target needs it says.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
PYTEST_WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test test-python test-frontend check bench schema frontend migration migrate lock clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

demo: $(VENV)/runtime ## run the portal with made-up customers on http://localhost:8000 (PORT= for another)
	@$(BIN)/omavirta demo --port $(PORT)

demo-reset: $(VENV)/runtime ## the same, with the demo's data made anew
	@$(BIN)/omavirta demo --port $(PORT) --reset

test: check test-python test-frontend ## everything: checks, unit, API and browser tests, on SQLite and PostgreSQL

test-python: $(VENV)/dev frontend/node_modules/.ready tests/oidc_provider/node_modules/.ready
	@$(BIN)/python -m pytest -n $(PYTEST_WORKERS) --dist loadgroup $(PYTEST_ARGS)

test-frontend: frontend/node_modules/.ready
	@if [ -e frontend/node_modules/.bin ]; then cd frontend && npm run --silent check && npm run --silent test; \
	elif [ "$$CI" = true ]; then echo "npm is missing, which CI does not forgive" >&2; exit 1; \
	else echo "skipped: the web app's own tests need Node.js 20 and npm" >&2; fi

check: $(VENV)/dev ## formatting, lint, types, layers, and the printed schema
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/omavirta schema --check schema.graphql

bench: $(VENV)/dev ## the figures, as ratios within one run (benchmarks/README.md)
	@$(BIN)/python -m benchmarks $(BENCH_ARGS)

schema: $(VENV)/dev ## print the GraphQL schema into schema.graphql
	@$(BIN)/omavirta schema > schema.graphql

frontend: frontend/node_modules/.ready ## build the web app into frontend_build (Node.js 20)
	@cd frontend && npm run --silent build

migrate: $(VENV)/runtime ## bring the database of OMAVIRTA_DATABASE_URL up to date
	@$(BIN)/omavirta migrate

migration: $(VENV)/dev ## write a migration for changed models (NAME=what_changes)
	@$(BIN)/tortoise -c omavirta.storage.orm.MIGRATION_CONFIG makemigrations --name $(NAME)

lock: $(VENV)/dev ## pin all dependencies anew, with hashes
	@$(BIN)/python scripts/lock.py

clean: ## remove what was made here, the demo's data included
	rm -rf $(VENV) .var frontend/node_modules tests/oidc_provider/node_modules

$(VENV)/created:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is missing. On Debian: apt-get install python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Omavirta needs Python 3.11 or newer; $(PYTHON) is older" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Python cannot make a virtual environment. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

$(VENV)/runtime: requirements.lock pyproject.toml | $(VENV)/created
	@echo "Installing the service's dependencies …" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/dev: requirements-dev.lock $(VENV)/runtime
	@echo "Installing the developers' tools …" >&2
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	@touch $@

%/node_modules/.ready: %/package-lock.json
	@if command -v npm >/dev/null; then cd $* && npm ci --silent --no-audit --no-fund; else mkdir -p $*/node_modules; fi
	@touch $@
