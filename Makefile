# The two commands of the README are `make read` and `make test`; both set up first.
PYTHON ?= python3
SHARED ?= ../shared
BIN := .venv/bin
# Pinned versions; pip 23.2 is enough, uv is not needed.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable

.PHONY: read test lint evaluate bench clean

read: .venv/ready
	$(BIN)/kawat read examples/wire.txt

test: .venv/ready-dev
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: .venv/ready-dev
	$(BIN)/python -m evaluation.report $(SHARED)

bench: .venv/ready-dev
	$(BIN)/python -m benchmarks

.venv/ready: pyproject.toml requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(INSTALL) '.[page,analysis]'
	touch $@

.venv/ready-dev: .venv/ready
	$(INSTALL) '.[page,analysis,dev]'
	touch $@

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache dist
