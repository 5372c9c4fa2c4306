"""What the documents promise is there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from seapgen.model.errors import ExitCode
from tests.support.command import seapgen
from tests.support.places import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub and GitLab make them."""
    titles = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def broken_links(page: Path) -> Iterator[str]:
    """Links to files or headings that are not there; addresses on the web are not followed."""
    prose = re.sub(r"^```.*?^```|`[^`\n]+`", "`code`", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for target in LINK.findall(prose):
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        if target.startswith(("https://", "mailto:")):
            continue
        if not found.exists() or (anchor and anchor not in anchors(found)):
            yield target


def commands() -> list[str]:
    """The commands of the README's table, `template check`."""
    table = README[README.index("## Commands") : README.index("## Exit codes")]
    return [" ".join(re.findall(r"\b[a-z]+\b", name)) for name in re.findall(r"^\| `seapgen ([a-z ]+)", table, re.MULTILINE)]


def options(command: str) -> set[str]:
    """The options that the README names for a command."""
    row = next(line for line in README.splitlines() if line.startswith(f"| `seapgen {command}"))
    return set(re.findall(r"`(--[a-z-]+)`", row))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every link inside the project resolves, headings included."""
    assert [] == list(broken_links(page))


def test_exit_codes_are_listed() -> None:
    """The README's table has every exit code with its name, and no other."""
    table = dict((int(code), name) for code, name in re.findall(r"^\| (\d+) \| `([A-Z_]+)` \|", README, re.MULTILINE))

    assert {code.value: code.name for code in ExitCode} == table


@pytest.mark.parametrize("command", commands())
def test_commands_exist(command: str) -> None:
    """Every command of the README is one of the program, with the options named there."""
    run = seapgen(*command.split(), "--help")

    assert run.returncode == 0, run.stderr
    assert set() == {option for option in options(command) if option not in run.stdout}


def test_make_targets_exist() -> None:
    """Every `make` of README and CONTRIBUTING is a target of the Makefile that `make help` explains."""
    pages = README + (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^make (\w+)", pages, re.MULTILINE)) | set(re.findall(r"`make (\w+)`", pages))

    assert set() == named - set(re.findall(r"^(\w+):.*## ", MAKEFILE, re.MULTILINE))
    assert {"demo", "test"} <= named


def test_decisions_are_numbered() -> None:
    """Entries of the log count up from one, and each has a reason."""
    log = (ROOT / "docs/decisions.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| \d{4}-\d\d-\d\d \| (.+?) \| (.+?) \| (.+?) \|$", log, re.MULTILINE)

    assert list(range(1, len(rows) + 1)) == [int(row[0]) for row in rows]
    assert rows


def test_every_library_is_credited() -> None:
    """Each dependency of pyproject.toml stands in the third-party notices with its terms."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    names = {re.match(r"[\w.-]+", line)[0].lower() for line in wanted}  # type: ignore[index]
    notices = (ROOT / "THIRD-PARTY-NOTICES.md").read_text(encoding="utf-8").lower()

    assert set() == {name for name in names if not re.search(rf"^\|.*\b{re.escape(name)}\b.*\|.+\|$", notices, re.MULTILINE)}
