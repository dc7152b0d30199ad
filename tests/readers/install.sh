#!/bin/sh
# Install what the tests of this folder ask of a bundle for portals: rapper (Debian), N3.js, jsonld.js, the validator of
# JSKOS, a reader of QuickStatements and axe for the pages (npm), the validators of RO-Crate and of CITATION.cff (PyPI, in environments of
# their own, for what they pin). PYTHON names the interpreter to make these with. What cannot be installed is told, and
# its tests skip with the reason.
set -u
here=$(dirname "$0")
python=${PYTHON:-python3}
if ! command -v rapper >/dev/null 2>&1; then
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq && apt-get install -y -qq --no-install-recommends raptor2-utils >/dev/null
    else
        echo "Not installed: raptor2-utils (needs apt-get and root)." >&2
    fi
fi
if command -v npm >/dev/null 2>&1; then
    [ -d "$here/node_modules/axe-core" ] || npm install --prefix "$here" --no-audit --no-fund --silent ||
        echo "Not installed: the packages of package.json." >&2
else
    echo "Not installed: the packages of package.json (there is no npm)." >&2
fi
made() { # a folder, a file it is to hold, and the packages to install there
    folder=$1 file=$2
    shift 2
    [ -e "$here/$folder/$file" ] && return
    "$python" -m venv "$here/$folder" && "$here/$folder/bin/python" -m pip install -q "$@" 2>/dev/null ||
        echo "Not installed: $*." >&2
}
made .crate bin/rocrate-validator 'roc-validator>=0.13,<0.14' 'rocrate>=0.10,<0.14'
made .cff bin/cffconvert 'cffconvert>=2,<3'
