#!/bin/sh
# Writes both locks anew from pyproject.toml. Needs uv on PATH.
set -eu
cd "$(dirname "$0")/.."
# An old lock left in place would keep hashes of files that are gone.
rm -f requirements.lock requirements-dev.lock
export UV_CUSTOM_COMPILE_COMMAND="scripts/lock.sh"
compile() { uv pip compile --quiet --universal --python-version 3.11 --generate-hashes pyproject.toml "$@"; }
compile --extra build --output-file requirements.lock
compile --extra build --extra dev --extra eval --constraint requirements.lock --output-file requirements-dev.lock
