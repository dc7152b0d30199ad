#!/bin/sh
# Install the Debian packages the tests need, where they are missing and we may.
set -u
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v virtuoso-t >/dev/null 2>&1 || missing="$missing virtuoso-opensource"
[ -e /usr/share/java/owlapi-distribution.jar ] || missing="$missing libowlapi-java"
[ -e /usr/share/java/jena-arq.jar ] || missing="$missing libapache-jena-java"
[ -z "$missing" ] && exit 0
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq && apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Not installed:$missing (needs apt-get and root); the tests that use them will say so and skip." >&2
fi
