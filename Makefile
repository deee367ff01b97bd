# Everything from here: `make demo` to see it, `make test` to test it. Needs make and Python 3.11 to 3.13, nothing else.
# Another interpreter: make test PYTHON=/path/to/python3.12

VENV := .venv
BIN := $(VENV)/bin
ENVIRONMENT := $(BIN)/python -m
PIP := $(ENVIRONMENT) pip --disable-pip-version-check --quiet
# Two processes: a test of how much memory is taken, or of what is killed, wants a core to itself.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadscope

.DEFAULT_GOAL := help
.PHONY: help demo test check gate bench lock tables docs format clean

help:  ## what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null \
	  || sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1  \2/p' Makefile

demo: $(VENV)/.runtime  ## read the demonstration reports, list their incidents
	@$(BIN)/relata demo

test: $(VENV)/.dev  ## all tests
	$(PYTEST)

check: $(VENV)/.dev  ## format, lint, types, layers, spelling, generated files, docs
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/codespell
	$(PYTEST) tests/genscripts tests/docs tests/test_house.py

gate: $(VENV)/.dev  ## accuracy against benchmarks/floors.toml; UPDATE=1 raises the floors
	$(ENVIRONMENT) benchmarks.gate $(if $(UPDATE),--update)

bench: $(VENV)/.dev  ## every benchmark whose data is there, in full
	$(ENVIRONMENT) benchmarks.gate --full

tables: $(VENV)/.dev  ## rebuild everything that is generated: tables, pages, schema
	$(ENVIRONMENT) genscripts

docs: $(VENV)/.dev  ## rebuild the generated pages, and test all pages
	$(ENVIRONMENT) genscripts --pages
	$(PYTEST) tests/docs

format: $(VENV)/.dev  ## put the code in form
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

# One resolution for all: the others take their versions from requirements-dev.lock. Neither hosts nor indexes are
# written down, so that any index that has the same files will do.
COMPILE := uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --no-emit-index-url
lock:  ## pin all dependencies anew (needs uv)
	$(COMPILE) --upgrade --extra dev pyproject.toml -o requirements-dev.lock
	$(COMPILE) --upgrade -c requirements-dev.lock pyproject.toml -o requirements.lock
	$(COMPILE) --upgrade -c requirements-dev.lock --extra ftm pyproject.toml -o requirements-ftm.lock
	printf 'editables\nhatchling\nnodejs-wheel-binaries\n' | $(COMPILE) --upgrade -c requirements-dev.lock - -o requirements-build.lock

clean:  ## remove what was made here
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(BIN)/python:
	@.ci/venv "$(PYTHON)" $(VENV)

FRONTEND := hatch_build.py frontend/package-lock.json frontend/build.mjs $(wildcard frontend/src/*.js)

$(VENV)/.runtime: requirements.lock requirements-build.lock pyproject.toml $(FRONTEND) | $(BIN)/python
	@test -e $(VENV)/.dev || { echo "installing what Relata needs into $(VENV)" \
	  && $(PIP) install --require-hashes -r requirements-build.lock -r requirements.lock \
	  && $(PIP) install --no-deps --no-build-isolation -e . ; }
	@touch $@

$(VENV)/.dev: requirements-dev.lock requirements-ftm.lock pyproject.toml $(FRONTEND) | $(BIN)/python
	@echo "installing what Relata's tests need into $(VENV)"
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@$(PIP) install --require-hashes -r requirements-ftm.lock \
	  || echo "followthemoney was not installed (it needs g++, pkg-config and libicu-dev); tests that need it are skipped"
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
