# `just check` runs what CI runs; `.ci/run` does the same from an empty virtual environment.

python := ".venv/bin/python"

default: check

# Make the virtual environment that the other recipes use.
setup:
    python3 -m venv .venv
    .venv/bin/pip install -e '.[dev]'

check: lint types layers test

lint:
    {{python}} -m ruff check
    {{python}} -m ruff format --check

types:
    {{python}} -m mypy

layers:
    .venv/bin/lint-imports

test *arguments:
    {{python}} -m pytest {{arguments}}

demo:
    .venv/bin/crosswire demo
