# `make run` sets up its own environment and takes the tour; `make test` sets up and runs every check.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: run test quick web debian clients sssom portals lint clean golden

run: $(VENV)/.run
	$(BIN)/maillage tour

test: $(VENV)/.test debian
	$(MAKE) lint
	$(BIN)/python -m pytest -n 2 --dist loadfile

# For daily work: style, types and the tests that take no time; `make test` before proposing a change.
quick: $(VENV)/.test
	$(BIN)/ruff format --check src tests
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadfile -q -m "not slow"

$(VENV)/.run: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint requirements.lock --editable .
	touch $@

$(VENV)/.test: pyproject.toml requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint requirements.lock --editable '.[test]'
	touch $@

# The scripts and styles of the pages (web/), built anew into src/maillage/pages/static, and their own tests. Needs npm.
web:
	cd web && npm ci && npm run build && npm test

# A browser, a SPARQL server and the OWL API for the tests that need real ones, and (20 seconds) what reads a bundle for
# portals: rapper, N3.js, jsonld.js, validators of JSKOS, RO-Crate and CITATION.cff; and axe, for the pages. Without root
# or npm those tests say so.
debian: $(VENV)/.test
	sh tests/debian.sh
	PYTHON=$(BIN)/python sh tests/readers/install.sh

# What R, igraph, graphology, N3.js, jsonld.js, Comunica, Jena and rapper read of our files:
# installs them, runs their tests, shows the table.
clients: $(VENV)/.test
	PYTHON=$(BIN)/python sh tests/clients/install.sh
	$(BIN)/python -m pytest -q -rs -m clients

# What the reference reader of SSSOM says of our mapping sets: installs it in an environment of its own, runs its tests.
sssom: $(VENV)/.test
	PYTHON=$(BIN)/python sh tests/sssom/install.sh
	$(BIN)/python -m pytest -q -rs -m sssom

# What the readers of CKAN and of data.gouv.fr understand of our catalogues, and a push to a real udata: installs each in
# an environment of its own, runs their tests.
portals: $(VENV)/.test
	PYTHON=$(BIN)/python sh tests/portals/install.sh
	$(BIN)/python -m pytest -q -rs -m portals

lint:
	$(BIN)/ruff format --check src tests
	$(BIN)/ruff check src tests
	$(BIN)/mypy
	$(BIN)/maillage fmt --check
	$(BIN)/maillage check

# After a deliberate change of the facts, the questions or the cards: rewrite the expected answers, then read the diff.
golden:
	MAILLAGE_UPDATE_GOLDEN=1 $(BIN)/python -m pytest -q

clean:
	rm -rf $(VENV) dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
