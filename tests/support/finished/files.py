"""The finished files that tests compare: plans of two programmes as the build writes them, each read once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from seapgen.model.artifact import Format
from seapgen.model.document import Localised
from seapgen.model.order import Order
from seapgen.pipeline import build
from seapgen.study import Study, study
from tests.support.finished.content import Content
from tests.support.finished.docx import read_docx
from tests.support.finished.html import read_html
from tests.support.finished.pdf import read_pdf
from tests.support.places import EXAMPLES, TESTS
from tests.support.plans import composed

TURIN, SPECIMEN = EXAMPLES / "turin", TESTS / "programmes" / "specimen"
PLANS = {"turin": TURIN, "montelago": SPECIMEN, "portoverde": SPECIMEN}  # the last one is a thin return
LANGUAGES = ("en", "it")
READERS: dict[Format, Callable[[bytes], Content]] = {"docx": read_docx, "pdf": read_pdf, "html": read_html}


def build_plans(out: Path) -> Path:
    """Build all of them into a folder."""
    for folder in dict.fromkeys(PLANS.values()):
        build(folder, out / folder.name, Order(languages=LANGUAGES, draft=True))
    return out


def finished(out: Path, name: str, language: str, form: Format) -> bytes:
    """One file."""
    return (out / PLANS[name].name / f"seap/{name}/{language}/seap-{name}-{language}.{form}").read_bytes()


@cache
def content(out: Path, name: str, language: str, form: Format) -> Content:
    """What a reader finds in it."""
    return READERS[form](finished(out, name, language, form))


@cache
def tree(name: str, language: str) -> Localised:
    """The tree that it was made from."""
    return composed(_studied(PLANS[name]), name, language)


@cache
def _studied(folder: Path) -> Study:
    return study(folder)
