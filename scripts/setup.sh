#!/bin/sh
# Makes .venv with everything Heard needs, from the hashed lock. Safe to run again: it does only what is missing.
#   scripts/setup.sh          what is needed to run
#   scripts/setup.sh dev      and to test, check and measure
set -eu
cd "$(dirname "$0")/.."

lock=requirements.lock
[ "${1:-}" != dev ] || lock=requirements-dev.lock

# A version manager may put a python3.x on PATH that only says "not installed": believe a Python that runs.
runs() { "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; }

if ! runs .venv/bin/python; then
  found=
  for candidate in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
    if runs "$candidate"; then found=$candidate; break; fi
  done
  if [ -z "$found" ]; then
    echo "Heard needs Python 3.11, 3.12 or 3.13 with its venv module (Debian: apt-get install python3 python3-venv)." >&2
    echo "If it has another name here, say so: PYTHON=/path/to/python3.12 make setup" >&2
    exit 1
  fi
  rm -rf .venv
  "$found" -m venv .venv
fi

# The stamp holds what was installed; dev contains run, so running after testing installs nothing again.
stamp=.venv/heard.stamp
want=$(cat "$lock" pyproject.toml | cksum)
dev=$(cat requirements-dev.lock pyproject.toml | cksum)
have=$(cat "$stamp" 2>/dev/null || true)
if [ "$have" != "$want" ] && [ "$have" != "$dev" ]; then
  echo "Setting up .venv (once; a few minutes) ..."
  rm -f "$stamp"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
  echo "$want" >"$stamp"
fi
