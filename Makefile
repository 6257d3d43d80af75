# Everything a reader of this bundle runs; `make help` lists it.
VENV ?= .venv
PYTHON ?= python3
RUN := $(VENV)/bin/python
READY := $(VENV)/.ready
GOLD ?= ../shared/gold
TRAINING ?= ../shared/training
# the same bytes whatever the machine's language, time zone or hash seed
export PYTHONHASHSEED := 0
export TZ := UTC
export PYTHONWARNINGS := ignore::DeprecationWarning:zmq
export JUPYTER_PLATFORM_DIRS := 1

.DEFAULT_GOAL := help
.PHONY: help charts test browser-test lint lab notebooks scores language-scores benchmark corpus-benchmark kill fuzz \
	broken bounds page-scores fuzz-files train train-coreference rows-weights rows-check wording-weights wording-check status-weights folding-weights folding-check clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' Makefile

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and "dateline needs Python 3.11 or newer; this is %d.%d. Name one: make PYTHON=python3.12" % v[:2])'
	@echo "First time: making an environment of its own in $(VENV) (needs the network once, some minutes, about 1 GB)."
	@echo "Nothing else on this machine is changed; make clean removes it again."
	@$(PYTHON) -m venv $(VENV)
	@$(RUN) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[notebooks,test]'
	@echo "The environment is ready. From now on no network is needed."
	@touch $@

charts: $(READY) ## analyse data/articles and data/story, write output/tables, draw charts/ and charts/story/
	$(RUN) -m dateline charts data/articles --out charts --tables output/tables --failures output/failures.csv
	$(RUN) -m dateline charts data/story --out charts/story --tables output/story --failures output/story-failures.csv

test: $(READY) lint ## run every test, every notebook and the linters
	$(RUN) -m pytest
	$(RUN) -m pytest --nbval --nbval-current-env --nbval-cell-timeout=300 --nbval-sanitize-with tests/nbval_sanitize.cfg -o addopts= notebooks

browser-test: $(READY) ## open what is made in headless Chromium (Debian: apt-get install chromium)
	$(RUN) -m pip install --quiet --disable-pip-version-check -r tests/browser/requirements.txt
	mkdir -p output/browser
	-cd output/browser && npm pack --silent axe-core@4 && tar xzf axe-core-4.*.tgz
	$(RUN) -m pytest -o addopts='--strict-markers -q' tests/browser
	$(RUN) tests/browser/lab.py

lint: $(READY) ## check style and types
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy

lab: $(READY) ## open the notebooks in JupyterLab; your own articles go into my-articles/
	@mkdir -p my-articles
	JUPYTER_CONFIG_PATH=$(CURDIR)/notebooks/.lab $(RUN) -m jupyterlab --ServerApp.root_dir=$(CURDIR)

notebooks: $(READY) ## run the notebooks again, in order, and keep their outputs
	$(RUN) notebooks/execute.py

scores: $(READY) ## measure on gold sets: make scores GOLD=folder
	$(RUN) tests/benchmarks/scores.py $(GOLD)

language-scores: $(READY) ## measure the language engine beside spaCy: GOLD and TRAINING name folders
	$(RUN) -m pip install --quiet --disable-pip-version-check -r tests/benchmarks/requirements.txt
	$(RUN) tests/benchmarks/language_scores.py $(GOLD) $(TRAINING)

benchmark: $(READY) ## measure speed and memory beside spaCy; TEXTS=file.jsonl names other texts
	$(RUN) -m pip install --quiet --disable-pip-version-check -r tests/benchmarks/requirements.txt
	$(RUN) tests/benchmarks/speed.py $(TEXTS)

corpus-benchmark: $(READY) ## articles/s by workers and a Dask cluster, memory by size: TEXTS=file.jsonl.gz
	$(RUN) tests/benchmarks/corpus.py speed $(TEXTS) --articles 500
	$(RUN) tests/benchmarks/corpus.py memory $(TEXTS) --sizes 1000 10000 50000

kill: $(READY) ## kill -9 a corpus run fifty times and count what is lost: TEXTS=file.jsonl.gz
	$(RUN) tests/benchmarks/corpus.py kill $(TEXTS) --articles 100 --words 300 --kills 50

fuzz: $(READY) ## 100,000 damaged inputs through every reader and step; goes on where it was: INPUTS=n SEED=n
	$(RUN) tests/reliability/fuzz.py $(or $(INPUTS),100000) $(or $(SEED),1)

broken: $(READY) ## kill it, fill the disk, cut the network ...: nothing may be lost or mixed
	$(RUN) tests/reliability/broken.py $(CASES)

bounds: ## run the tests with the oldest versions that pyproject.toml allows: PYTHON=python3.11
	$(PYTHON) tests/reliability/bounds.py build/bounds

page-scores: $(READY) ## measure reading of pages: make page-scores PAGES=folder (tests/ of a checkout of trafilatura)
	$(RUN) tests/benchmarks/page_scores.py $(PAGES)

fuzz-files: $(READY) ## read 50,000 mutated files; no traceback may come of any
	$(RUN) tests/benchmarks/fuzz_files.py

train: $(READY) ## make every language model again: make train TRAINING=folder
	$(RUN) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[training]'
	$(RUN) -m dateline.language.training --data $(TRAINING)

rows-weights: $(READY) ## learn again which events earn a row: GOLD names a folder
	$(RUN) -m dateline.events.rows.training --gold $(GOLD)/timeline_rows.jsonl
rows-check: $(READY) ## measure the choice of rows, each article left out in turn: GOLD names a folder
	mkdir -p output/predictions
	$(RUN) -m dateline.events.rows.training --gold $(GOLD)/timeline_rows.jsonl --check output/predictions/rows-left-out.jsonl
wording-weights: $(READY) ## learn again how fit to print a wording is: GOLD names a folder
	$(RUN) -m dateline.events.rows.wording_training --gold $(GOLD)
wording-check: $(READY) ## measure how many rows are fit to print, articles left out in folds: GOLD names a folder
	$(RUN) -m dateline.events.rows.wording_training --gold $(GOLD) --check
status-weights: $(READY) ## learn again what speaks for each status: GOLD names a folder
	$(RUN) -m dateline.events.status_training --gold $(GOLD)/timeline_rows.jsonl

folding-weights: $(READY) ## learn again when two mentions tell one event: GOLD names a folder
	$(RUN) -m dateline.timeline.training --gold $(GOLD)/folding.jsonl.gz
folding-check: $(READY) ## measure that, each topic left out in turn: GOLD names a folder
	mkdir -p output/predictions
	$(RUN) -m dateline.timeline.training --gold $(GOLD)/folding.jsonl.gz --check output/predictions/folding-left-out.jsonl

train-coreference: $(READY) ## fit the weights that tie pronouns and phrases to names again: TRAINING=folder
	$(RUN) -m dateline.coreference.training --data $(TRAINING)

clean: ## remove what was made, but not what is committed
	rm -rf output build .pytest_cache .ruff_cache .hypothesis $(VENV)
	find . -name __pycache__ -o -name .ipynb_checkpoints | xargs rm -rf
