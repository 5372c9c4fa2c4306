"""Law 10 on a whole plan: in a made-up language of accented English, no word of ours stays plain English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seapgen.compose.seap.compose import compose_seap, plan_seap
from seapgen.illustrations import illustrated
from seapgen.intake.templates import load_templates
from seapgen.localise.language import load_language
from seapgen.model.inline import FigureInline, Span, Text, walk
from seapgen.study import study

ROOT = Path(__file__).resolve().parents[2]
PLANS = {
    "turin": ROOT / "examples" / "turin",
    "town": ROOT / "tests" / "programmes" / "minimal",
    "portoverde": ROOT / "tests" / "programmes" / "specimen",
}
WORD = re.compile(r"[A-Za-z]{4,}")
# letters that every language shares: names of files and sets, units, addresses, names of carriers of codes
PROFILE = {
    "million",
    "billion",
    "Mayor",
    "Municipality",
    "Italy",
}  # words of the number profile, place pattern and CLDR, not of catalogues
SHARED = {
    "seapgen",
    "yaml",
    "prose",
    "SEAP",
    "IPCC",
    "LCA",
    "NEEFE",
    "MWh",
    "GWh",
    "TWh",
    "Natural",
    "Earth",
}  # the last: of the map


def plain_words(municipality: str, folder: Path) -> set[str]:
    """Plain English words of four letters and more that a reader of the made-up language would see."""
    about = study(folder)
    chapters = load_templates("seap", folder, None).chapters
    outline = plan_seap(illustrated(about, municipality), municipality, about.results, about.findings, chapters)
    assert outline is not None
    pseudo, english = load_language("en_XA"), load_language("en")
    document = compose_seap(outline, about.programme, municipality, about.results, pseudo, draft=True, reference=english).document
    foreign = {id(node) for span in walk(document.blocks) if isinstance(span, Span) for node in walk(span.children)}
    texts = [n.text for n in walk(document) if isinstance(n, Text) and id(n) not in foreign]
    suffixes = [n.suffix for n in walk(document) if isinstance(n, FigureInline)]
    return {word for text in (*texts, *suffixes) for word in WORD.findall(text)}


def given_words(folder: Path) -> set[str]:
    """All words of the programme's own files: people's texts, names and codes are printed as they stand."""
    sets = (ROOT / "seapgen" / "data" / "factor_sets").glob("*.csv")  # citations of factor sets are titles, printed as they stand
    files = [
        *(p for p in folder.rglob("*") if p.suffix in {".yaml", ".md", ".csv"}),
        *sets,
        ROOT / "seapgen" / "data" / "electricity_series.csv",
    ]
    return {word for p in files for word in WORD.findall(p.read_text(encoding="utf-8"))} | {
        w for p in files for w in WORD.findall(p.name)
    }


@pytest.mark.parametrize("municipality", PLANS)
def test_no_word_of_ours_bypasses_the_catalogue(municipality: str) -> None:
    """Every plain word in the made-up language is one that people gave, or one that all languages share."""
    folder = PLANS[municipality]
    assert set() == plain_words(municipality, folder) - given_words(folder) - PROFILE - SHARED
