"""Pages of the manual that are made from data are those that the data make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seapgen.check.rules import ALL
from seapgen.handbook.__main__ import PAGES, main
from seapgen.handbook.place import DOCS
from tests.support.judged import reference


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_one_that_the_data_make(name: str) -> None:
    """It is never edited: whoever changes a rule or a typical action makes the pages again."""
    assert PAGES[name]() == (DOCS / name).read_bytes()


def test_the_page_names_every_rule() -> None:
    """In the list and under a heading, or among those left out."""
    page = (DOCS / "checks.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| ([A-Z]\d+|CA) \|", page, re.MULTILINE)
    described = re.findall(r"^(?:### |- \*\*)([A-Z]\d+|CA) ", page, re.MULTILINE)

    assert sorted(listed) == sorted(described) == sorted(each.code for each in ALL)


def test_the_page_names_every_typical_action() -> None:
    """In the list and under a heading."""
    page = (DOCS / "actions.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| \[`(\w+)`\]\(#\1\) \|", page, re.MULTILINE)

    assert list(reference().library.actions) == listed == re.findall(r"^### (\w+)$", page, re.MULTILINE)


def test_a_page_out_of_date_is_refused(tmp_path: Path) -> None:
    """`make lint` fails on it."""
    for name in PAGES:
        (tmp_path / name).write_text("old", encoding="utf-8")

    assert 1 == main(["--check"], tmp_path)
    assert 0 == main([], tmp_path)
    assert 0 == main(["--check"], tmp_path)
