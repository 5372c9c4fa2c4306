#!/usr/bin/env bash
# venv.sh PYTHON FOLDER: a virtual environment, or a clear word why there is none.
set -euo pipefail
python=$1 folder=$2

if ! command -v "$python" >/dev/null; then
    echo "seapgen needs Python 3.11 or newer; '$python' was not found. Name another one: make PYTHON=/path/to/python3" >&2
    exit 1
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "seapgen needs Python 3.11 or newer; '$python' is $("$python" --version). Name another one: make PYTHON=python3.12" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "This Python has no module 'venv': installing python3-venv." >&2
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "python$version-venv" >/dev/null
    else
        echo "This Python has no module 'venv'. On Debian or Ubuntu: sudo apt-get install python$version-venv" >&2
        exit 1
    fi
fi
"$python" -m venv --clear "$folder"
