# What there is to do: `make help`. Nothing but Python ≥ 3.11, make and a package index is needed.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
OUT    ?= build
SOURCES := pyproject.toml hatch_build.py
TOOLS  := tests/tools
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_ROOT_USER_ACTION := ignore

.DEFAULT_GOAL := help
.PHONY: help demo test quick lint fix messages bench bench-page mutants tools clean

help: ## what there is to do
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|' 2>/dev/null || grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST)

demo: $(VENV)/.installed ## build the plans of Turin and of one City_SEC as Word, PDF and web page
	$(BIN)/seapgen build examples/turin --out $(OUT)/demo/turin --lang en --lang it
	$(BIN)/seapgen build examples/city_sec --out $(OUT)/demo/city_sec --lang en --only seap:istria
	@echo
	@echo "Turin's draft plan is in $(OUT)/demo/turin/seap/turin:"
	@find $(OUT)/demo/turin/seap/turin -type f | sort | sed 's/^/  /'
	@echo "The plans of five municipalities of Istria are in $(OUT)/demo/city_sec/seap."
	@echo
	@echo "All 43 plans of City_SEC:     $(BIN)/seapgen build examples/city_sec --lang en --out $(OUT)/city_sec"
	@echo "How far each municipality is: $(BIN)/seapgen status examples/city_sec --out $(OUT)/city_sec"
	@echo "A programme of your own:      $(BIN)/seapgen new my-programme"

test: $(VENV)/.developer tools lint ## everything that must hold: lint, types, laws, tests
	$(BIN)/python -m pytest -n 2

quick: $(VENV)/.developer ## the tests that need no browser, LibreOffice or Java
	$(BIN)/python -m pytest -n 2 -m "not slow"

lint: $(VENV)/.developer ## style, types, import contracts, catalogues, made pages
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m seapgen.extraction --check
	$(BIN)/python -m seapgen.handbook --check

fix: $(VENV)/.developer ## repair what a program can repair
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: $(VENV)/.developer ## bring the catalogues and docs/checks.md up to date with the texts
	$(BIN)/python -m seapgen.extraction
	$(BIN)/python -m seapgen.handbook

bench: $(VENV)/.developer ## how long the steps take, and how long docxtpl and LibreOffice take
	$(BIN)/python -m benchmarks.bench

bench-page: $(VENV)/.developer ## the same, and write docs/performance.md: make bench-page DATE=2026-11-30
	$(BIN)/python -m benchmarks.bench --write "$(or $(DATE),$(error say DATE=2026-11-30))"

mutants: $(VENV)/.developer ## which changes of compute and check no test notices: hours, see docs/mutation.md
	$(BIN)/python -m pip install --quiet --editable '.[dev,mutants]'
	$(BIN)/python -m tests.mutation.run

tools: ## programs of the slow tests, where they can be installed
	@bash .ci/tools.sh

clean: ## remove what was built, and the virtual environment
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/.created:
	@bash .ci/venv.sh "$(PYTHON)" "$(VENV)"
	@touch $@

$(VENV)/.installed: $(VENV)/.created $(SOURCES)
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.developer: $(VENV)/.created $(SOURCES)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@ $(VENV)/.installed
