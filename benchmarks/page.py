"""The measured tables on the page `docs/performance.md`: prose stays, what stands between two marks is replaced."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from benchmarks.result import Table

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"


def with_tables(page: str, tables: Iterable[Table], machine: str = "", name: str = "machine") -> str:
    """The page with these tables, and with a line on the machine where it is told. Without a place on the page: an error."""
    told = {name: machine} if machine else {}
    return _filled(page, {**told, **{table.name: table.markdown() for table in tables}})


def _filled(page: str, contents: dict[str, str]) -> str:
    for name, content in contents.items():
        place = re.compile(rf"(<!-- measured: {name} -->\n).*?(<!-- end -->)", re.DOTALL)
        if not place.search(page):
            raise ValueError(f"the page has no place for the table {name!r}")
        page = place.sub(lambda found, content=content: f"{found[1]}\n{content}\n\n{found[2]}", page)  # type: ignore[misc]
    return page
