# The two commands of the README are `make read` and `make test`; both set up first.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: read test lint evaluate bench clean

# Pinned versions in requirements.lock; pip 23.2 is enough, uv is not needed.
.venv/ready: pyproject.toml requirements.lock
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint requirements.lock --editable '.[page,analysis,dev]'
	touch $@

read: .venv/ready
	$(BIN)/kawat read examples/wire.txt

test: .venv/ready
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: .venv/ready
	$(BIN)/python -m evaluation.report $(SHARED)

bench: .venv/ready
	$(BIN)/python -m benchmarks

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache dist
