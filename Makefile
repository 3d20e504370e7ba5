# The commands of the house; `make run` and `make test` are all that most people need.
.PHONY: run program test check deps build lint imports samples record findings-page digits-page fuzz clean

SOURCES := Package.swift Sources Tests Samples Fuzz

run: program
	"$$(swift build --configuration release --show-bin-path)/chitieu" \
	  run pipelines/kh166 --year 2025

# With the standard library and Foundation in the program, which halves the time until it begins.
program: deps
	swift build --configuration release --static-swift-stdlib

test: deps
	swift test --disable-xctest --no-parallel

check: deps lint imports build test

deps:
	@Scripts/install-dependencies

# Warnings are errors in every target, tests included.
build: deps
	swift build --build-tests

lint:
	swift format lint --strict --recursive --parallel $(SOURCES)

imports: deps
	Scripts/check-imports --self-test
	Scripts/check-imports

# Writes the synthetic sample data again; the same scenario gives the same bytes.
samples: deps
	swift build --configuration release --product sample-data
	"$$(swift build --configuration release --show-bin-path)/sample-data" \
	  --pipeline pipelines/kh166 --scenario data/samples/kh166/scenario.json5 --out data/samples/kh166
	"$$(swift build --configuration release --show-bin-path)/sample-data" \
	  --pipeline pipelines/kh166 --scenario data/samples/kh166/scenario.json5 --mixed yes \
	  --out data/samples/kh166-mixed

# Writes the committed example reports again; look at the difference before committing it.
record: build
	RECORD_GOLDEN=1 swift test --skip-build --disable-xctest --filter GoldenTests || true
	git diff --stat -- reports

# Writes the page of finding codes again, after an entry has changed.
findings-page: build
	for language in vi en; do \
	  "$$(swift build --show-bin-path)/chitieu" findings --lang $$language \
	    > Documentation/Findings$$([ $$language = vi ] && echo .vi).md; \
	done

# Writes the table of digits that the methods attain again, after a comparison has changed.
digits-page: build
	RECORD_DIGITS=1 swift test --skip-build --disable-xctest --filter OracleComparisonTests || true
	git diff --stat -- Documentation/Methods/digits.md

# Feeds ingest and clean with broken files for ten minutes, under address sanitizer.
fuzz: deps
	Fuzz/run 600

clean:
	rm -rf .build work
