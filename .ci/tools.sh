#!/usr/bin/env bash
# The programs that the slow tests ask: LibreOffice, Chromium, Java, Node, Poppler, gettext, and the validators from npm.
# Installs what is missing where that is possible; otherwise says which tests will be skipped. The product needs none of them.
set -euo pipefail
cd "$(dirname "$0")/.."

# program, Debian package, what is not tested without it
wanted='
soffice    libreoffice-writer-nogui  Word files opened by a word processor
chromium   chromium                  web pages in a browser (accessibility, layout)
java       default-jre-headless      web pages against the HTML standard
node       nodejs                    web pages in a browser, Word files against the Open XML schema
npm        npm                       the validators of web pages and Word files
pdftoppm   poppler-utils             pages of PDF files as pictures
msgfmt     gettext                   catalogues against the gettext tools
'
missing=() reasons=()
while read -r program package what; do
    [ -n "$program" ] || continue
    command -v "$program" >/dev/null || { missing+=("$package"); reasons+=("  $program is missing (Debian package $package): $what"); }
done <<<"$wanted"

if [ ${#missing[@]} -gt 0 ]; then
    sudo=()
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null && sudo=(sudo -n); }
    if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || [ ${#sudo[@]} -gt 0 ]; }; then
        echo "Installing ${missing[*]} for the slow tests."
        "${sudo[@]}" apt-get update -qq
        "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    else
        echo "These tests will be skipped, because their programs cannot be installed here:"
        printf '%s\n' "${reasons[@]}"
    fi
fi

if command -v npm >/dev/null && [ -f tests/tools/package.json ]; then
    if [ ! tests/tools/node_modules/.done -nt tests/tools/package.json ]; then
        (cd tests/tools && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error)
        touch tests/tools/node_modules/.done
    fi
fi
