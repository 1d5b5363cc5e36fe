# make run    set up and serve on http://127.0.0.1:8000
# make test   set up and pass every check and test
# make setup  set up only: leaves .venv/bin/heard
# make lock   write the locks anew after a change of dependencies (needs uv)
# make clean  remove what set-up and tests left

.PHONY: run test setup lock clean

run: setup
	.venv/bin/gunicorn 'service.app:create_app()'

setup:
	@scripts/setup.sh

test:
	@scripts/setup.sh dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/pytest

lock:
	scripts/lock.sh

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache dist
