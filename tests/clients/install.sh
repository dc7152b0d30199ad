#!/bin/sh
# Install the tools that read our files in the tests of this folder: from Debian, from npm, and one from PyPI (python-igraph,
# which is GPL and for this only). PYTHON names the interpreter to install it for.
set -u
here=$(dirname "$0")
missing=""
command -v rapper >/dev/null 2>&1 || missing="$missing raptor2-utils"
Rscript -e 'library(igraph)' >/dev/null 2>&1 || missing="$missing r-base-core r-cran-igraph r-cran-jsonlite"
Rscript -e 'library(sna); library(network)' >/dev/null 2>&1 || missing="$missing r-base-core r-cran-network r-cran-sna"
[ -e /usr/share/java/jena-arq.jar ] || missing="$missing libapache-jena-java"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
if [ -n "$missing" ]; then
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "Not installed:$missing (needs apt-get and root); the tests that use them will say so and skip." >&2
    fi
fi
npm install --prefix "$here" --no-audit --no-fund --silent || echo "Not installed: the packages of package.json." >&2
"${PYTHON:-python3}" -m pip install -q igraph || echo "Not installed: python-igraph." >&2
sh "$here/../readers/install.sh"
