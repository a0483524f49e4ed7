#!/bin/sh
# Makes the Python environment of the test suite at .venv, with the pinned packages of requirements.txt.
# Usage: sh test/support/make-venv.sh        (PYTHON=python3.12 chooses another interpreter)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
venv="$here/../../.venv"
"${PYTHON:-python3}" -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "$here/requirements.txt"
"$venv/bin/python" -c 'import duckdb, numpy, pandas, polars, pyarrow, scipy; print("ready:", pyarrow.__version__)'
