"""`python -m seapgen.handbook` writes the pages, `--check` changes nothing and fails where one is out of date."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from seapgen.handbook.actions import actions_page
from seapgen.handbook.checks import checks_page
from seapgen.handbook.place import DOCS

PAGES: Mapping[str, Callable[[], bytes]] = {"checks.md": checks_page, "actions.md": actions_page}


def main(arguments: Sequence[str] | None = None, docs: Path = DOCS) -> int:
    """Write the pages into a folder, or only look; 1 where one is out of date."""
    parser = argparse.ArgumentParser(prog="python -m seapgen.handbook", description="Make pages of the manual from data.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail where a page is out of date")
    options = parser.parse_args(arguments)
    stale = [name for name, made in PAGES.items() if not _is_current(docs / name, made())]
    for name in stale:
        if not options.check:
            (docs / name).write_bytes(PAGES[name]())
        else:
            sys.stdout.write(f"docs/{name}: out of date; run python -m seapgen.handbook\n")
    return 1 if options.check and stale else 0


def _is_current(page: Path, made: bytes) -> bool:
    return page.is_file() and page.read_bytes() == made


if __name__ == "__main__":
    sys.exit(main())
