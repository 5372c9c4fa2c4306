"""Check reports as a browser would see them, and a programme with faults in many files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from seapgen.model.errors import InvalidInputError
from seapgen.model.finding import Finding, Stage
from seapgen.report import report_page
from seapgen.study import study
from tests.support.places import TESTS
from tests.support.web_page import squeezed, tree

SPECIMEN = TESTS / "programmes" / "specimen"
TOWN = "municipalities/montelago"
FAULTS: Mapping[str, tuple[str, str]] = {  # file -> what stands there, what somebody typed instead
    f"{TOWN}/consumption.csv": ("public_lighting,,electricity,,540,", "public_lighting,,electricity,,540000,"),
    f"{TOWN}/actions.csv": ("2012,2014,ongoing,310000", "2012,2014,ongoing,many"),
    f"{TOWN}/municipality.yaml": ("agency: adria-agency", "agency: adria"),
    f"{TOWN}/prose.en.md": ("# strategy.vision", "# strategy.division"),
    "municipalities/portoverde/sector_totals.csv": ("residential", "households"),
    "agencies/adria-agency/agency.yaml": ("country: IT", "country: Italy"),
}


def faulty(folder: Path) -> Path:
    """The specimen with a slip in each of six files."""
    root = folder / "faulty"
    shutil.copytree(SPECIMEN, root)
    for file, (right, wrong) in FAULTS.items():
        path = root / file
        text = path.read_text(encoding="utf-8")
        assert right in text, file
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")
    return root


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding on the page."""

    kind: str
    file: str
    place: str
    text: str
    hit: str  # the framed cell or line


def page_of(folder: Path, wish: str = "en", stage: Stage = Stage.SUBMISSION) -> bytes:
    """The report of a programme in a language."""
    try:
        about = study(folder)
    except InvalidInputError as error:
        return report_page(folder, None, error.findings, stage, wish)
    return report_page(folder, about, about.findings, stage, wish)


def findings_of(folder: Path) -> tuple[Finding, ...]:
    """What `check` finds."""
    try:
        return study(folder).findings
    except InvalidInputError as error:
        return tuple(error.findings)


def shown(page: bytes) -> list[Shown]:
    """The findings of a page in reading order."""
    root = tree(page)
    for gone in root.find_class("hidden"):
        gone.drop_tree()
    return [_shown(each) for each in root.find_class("finding")]


def _shown(article: html.HtmlElement) -> Shown:
    kind = article.get("class", "").split()[1]
    (section,) = article.xpath("ancestor::section[@class='file']")
    (where,) = article.find_class("where")
    hits = [squeezed(hit.text_content()) for hit in article.find_class("hit")]
    file = squeezed(section.findtext(".//h3/code") or "")
    return Shown(kind, file, squeezed(where.text_content()), squeezed(article.text_content()), hits[0] if hits else "")
