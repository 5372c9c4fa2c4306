"""Pages of the manual that are made from data are those that the data make."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seapgen.check.rules import ALL
from seapgen.handbook import PAGE, checks_page, main


def test_the_page_of_checks_is_the_one_that_the_table_makes() -> None:
    """docs/checks.md is never edited: whoever changes a rule makes the page again."""
    assert checks_page() == PAGE.read_bytes()


def test_the_page_names_every_rule() -> None:
    """In the list and under a heading, or among those left out."""
    page = PAGE.read_text(encoding="utf-8")
    listed = re.findall(r"^\| ([A-Z]\d+|CA) \|", page, re.MULTILINE)
    described = re.findall(r"^(?:### |- \*\*)([A-Z]\d+|CA) ", page, re.MULTILINE)

    assert sorted(listed) == sorted(described) == sorted(each.code for each in ALL)


def test_a_page_out_of_date_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make lint` fails on it."""
    stale = tmp_path / "checks.md"
    stale.write_text("old", encoding="utf-8")
    monkeypatch.setattr("seapgen.handbook.PAGE", stale)

    assert 1 == main(["--check"])
    assert 0 == main([])
    assert 0 == main(["--check"])
