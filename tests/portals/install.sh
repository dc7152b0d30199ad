#!/bin/sh
# Install the readers of portals that the tests of this folder ask, each in a virtual environment of its own because of
# what they pin and of their licence (AGPL; they are only run): CKAN with ckanext-dcat, and udata, the software of
# data.gouv.fr, with a database in memory. About 600 MB. PYTHON names the interpreter to make them with.
set -u
here=$(dirname "$0")
install() {
    name=$1
    shift
    "${PYTHON:-python3}" -m venv "$here/.venv-$name" && "$here/.venv-$name/bin/python" -m pip install -q "$@" ||
        echo "Not installed: $name; the tests that ask it will say so and skip." >&2
}
install ckan 'ckan[requirements]>=2.12,<2.13' 'ckanext-dcat>=2.4.4,<2.5'
install udata 'udata>=17.18,<18' 'mongomock>=4.3,<5' 'phonenumbers>=9,<10'
