# The commands for working on Assay; `make help` lists them.

SWIFT ?= swift
# How many times the small dose of `make test` the fuzz tests get in `make soak`: 100,000 inputs or more for each parser.
ROUNDS ?= 500
# How many replications the simulation of intervals has in `make soak`; about half an hour for 2,000 on two cores.
SIMULATIONS ?= 2000
# How many jobs each of eight workers has in `make soak`, which kills them meanwhile.
JOBS ?= 2000
SOURCES = Sources Tests Plugins Package.swift
ASSAY = .build/release/assay
# On Linux the program needs no Swift where it runs, and starts faster.
STANDALONE = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib)
# What is left out unless it is asked for: queues in PostgreSQL, which need libpq.
TRAITS = --traits PostgreSQL
# One build for building and testing; a module imports only what it declares.
CHECKED = $(TRAITS) --explicit-target-dependency-import-check error
# Tests run optimised: every interval draws thousands of resamples.
TESTED = $(CHECKED) -Xswiftc -O
# Checks of built sites by real tools; with CHECKS only those whose names hold one of its words.
BROWSER = ASSAY="$(CURDIR)/$(ASSAY)" .build/venv-browser/bin/python Tests/Browser/run.py $(CHECKS)

.NOTPARALLEL:
.PHONY: help example test browser bench soak format lint build plain release set-up set-up-tests clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 \t\2/p' Makefile | expand -t 21

example: set-up release ## build the example site and say where to open it
	$(ASSAY) build site-example/registry --config site-example/assay.yaml --out site-example/public --clean
	@echo
	@echo "Open site-example/public/index.html: file://$(CURDIR)/site-example/public/index.html"

test: set-up-tests lint release plain ## everything that continuous integration runs
	$(SWIFT) build --build-tests $(TESTED)
	ASSAY="$(CURDIR)/$(ASSAY)" $(SWIFT) test --skip-build --disable-xctest $(TESTED)
	$(BROWSER)

browser: set-up-tests release ## check built sites in a browser and by other tools: CHECKS='axe prints'
	$(BROWSER)

bench: release ## time the example, generated runs and stores, the queue and evaluation beside other tools
	@scripts/set-up bench
	python3 Tests/Benchmarks/measure.py $(ASSAY)
	python3 Tests/Benchmarks/stores.py $(ASSAY) .build/venv-mlflow/bin/python
	$(SWIFT) build --configuration release --product queue-worker $(TRAITS)
	python3 Tests/Benchmarks/jobqueue.py .build/release/queue-worker
	.build/venv-bench/bin/python Tests/Benchmarks/evaluation.py $(ASSAY) .build/bench

soak: set-up-tests release ## the tests with much fuzzing, simulation and killing: ROUNDS=500 SIMULATIONS=2000 JOBS=2000
	$(SWIFT) build --build-tests $(TESTED)
	ASSAY="$(CURDIR)/$(ASSAY)" ASSAY_FUZZ_ROUNDS=$(ROUNDS) ASSAY_SIMULATIONS=$(SIMULATIONS) ASSAY_QUEUE_JOBS=$(JOBS) \
		$(SWIFT) test --skip-build --disable-xctest $(TESTED)

format: ## put all Swift files into the house format
	$(SWIFT) format --in-place --recursive --parallel $(SOURCES)

lint: ## complain about what `make format` would change, and more
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)

build: set-up ## build for debugging
	$(SWIFT) build $(CHECKED)

plain: ## check that the queue also builds without PostgreSQL's library, and refuses addresses then
	$(SWIFT) build --product queue-worker --scratch-path .build/plain
	! ldd .build/plain/debug/queue-worker 2> /dev/null | grep libpq
	SWIFT_BACKTRACE=enable=no .build/plain/debug/queue-worker postgres://u@h/d e w log 1 1 1 2>&1 \
		| grep -q 'built without PostgreSQL'

release: ## build the program as users run it
	$(SWIFT) build --configuration release --product assay $(TRAITS) $(STANDALONE)

set-up: ## install what building needs and is missing
	@scripts/set-up build

set-up-tests: ## install what the tests need and is missing
	@scripts/set-up test

clean: ## remove everything that was built
	rm -rf .build
