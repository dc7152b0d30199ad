#!/bin/sh
# Install the reader of SSSOM (PyPI: sssom) that the tests of this folder ask, in a virtual environment of its own, for it
# brings pandas and much of LinkML. PYTHON names the interpreter to make it with.
set -u
here=$(dirname "$0")
"${PYTHON:-python3}" -m venv "$here/.venv" &&
    "$here/.venv/bin/python" -m pip install -q 'sssom>=0.4.21,<0.5' ||
    echo "Not installed: sssom; the tests that ask it will say so and skip." >&2
