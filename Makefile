# Two commands set everything up on a fresh machine with Python 3.11 to 3.13:
#   make demo    the main job on the bundled example
#   make test    the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check lint types quality bench docs clean

demo: $(VENV)/.ready
	@mkdir -p demo
	@rm -f demo/story.db demo/story.html
	$(BIN)/allegedly read examples/ferry/coverage -o demo/story.db --report demo/story.html

test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev
	$(BIN)/mypy

quality: $(VENV)/.ready-dev
	$(BIN)/python -m evaluation.gate

bench: $(VENV)/.ready-dev
	$(BIN)/python -m benchmarks.speed

docs: $(VENV)/.ready-dev
	$(BIN)/python docs/build.py

# The documentation site, in docs/_build/html.
.PHONY: site
site: $(VENV)/.ready-dev
	$(BIN)/python -m sphinx -q -W -b html docs docs/_build/html

# The README's picture: the report of the bundled example in a headless Chromium.
.PHONY: picture
picture: $(VENV)/.ready-dev demo
	$(BIN)/python docs/screenshot.py demo/story.html docs/images/report.png --width 1280 --height 900

check: lint types test

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Rebuild the shipped weights (needs the extra `train`; see training/README.md).
.PHONY: weights
weights: $(VENV)/.ready
	$(BIN)/python -m training.train --data $(DATA) --base $(BASE) --out runs/first --epochs 6
	$(BIN)/python -m training.train --data $(DATA) --base $(BASE) --out runs/reader --epochs 5 \
		--start runs/first/epoch6.pt
	$(BIN)/python -m training.mix runs/first/epoch6.pt runs/reader.pt \
		runs/reader/epoch3.pt runs/reader/epoch4.pt runs/reader/epoch5.pt
	$(BIN)/python -m training.export runs/reader.pt $(BASE) src/allegedly/weights
	$(BIN)/python -m training.confidence $(DATA) src/allegedly/weights/confidence.json
	$(BIN)/python -m training.pair_train --data $(DATA) --base $(BASE) --out runs/pairs1 \
		--epochs 1 --of 5
	$(BIN)/python -m training.pair_train --data $(DATA) --base $(BASE) --out runs/pairs2 \
		--epochs 1 --of 4 --stage 2 --start runs/pairs1/epoch1.pt
	$(BIN)/python -m training.pair_train --data $(DATA) --base $(BASE) --out runs/pairs3 \
		--epochs 2 --stage 2 --start runs/pairs2/epoch1.pt
	$(BIN)/python -m training.pair_train --data $(DATA) --base $(BASE) --out runs/pairs4 \
		--epochs 2 --stage 2 --start runs/pairs3/epoch2.pt
	$(BIN)/python -m training.pair_train --data $(DATA) --base $(BASE) --out runs/pairs5 \
		--epochs 5 --stage 3 --start runs/pairs4/epoch2.pt
	$(BIN)/python -m training.mix runs/pairs4/epoch2.pt runs/pairs45.pt \
		runs/pairs5/epoch5.pt --share 0.5 --every
	$(BIN)/python -m training.pair_train --data $(DATA) --base $(BASE) --out runs/pairs6 \
		--epochs 1 --stage 4 --start runs/pairs45.pt
	$(BIN)/python -m training.pair_export runs/pairs6/epoch1.pt src/allegedly/weights \
		--temperatures '{"body": 1.8, "headline": 1.4, "entail": 1.0}'
