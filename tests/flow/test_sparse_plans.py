"""Plans of which little is known: a name in one language, actions without effect."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.command import seapgen

MINIMAL = Path(__file__).resolve().parents[1] / "programmes" / "minimal"
ACTIONS = "id,sector,title.en,title.it,cost_eur\nA01,residential,Advice,Consulenza,1000\nA02,tertiary,Audit,Diagnosi,\n"
TARGET = "targets: [{reduction_pct: 20, target_year: 2030, base_year: 2019}]\n"


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A town with an Italian name only, in a programme of two languages; its actions do not say what they avoid."""
    folder = shutil.copytree(MINIMAL, tmp_path / "sparse")
    town = folder / "municipalities" / "town"
    head = (town / "municipality.yaml").read_text("utf-8")
    head = head.replace("{en: Town}", "{it: Cittadella}").replace("languages: [en]", "languages: [it, en]")
    (town / "municipality.yaml").write_text(head + TARGET, "utf-8")
    (town / "actions.csv").write_text(ACTIONS, "utf-8")
    whole = (folder / "programme.yaml").read_text("utf-8")
    whole = whole.replace("languages: [en]", "languages: [en, it]").replace("{en: Minimal}", "{en: Minimal, it: Minimo}")
    (folder / "programme.yaml").write_text(whole, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("language", "sentence"), [("en", "what they avoid is not estimated yet"), ("it", "non è ancora stimato")]
)
def test_a_plan_says_that_its_effect_is_unknown(programme: Path, tmp_path: Path, language: str, sentence: str) -> None:
    """No number is made up, none is missing in a sentence; a name stands as it is in languages that have none for the place."""
    run = seapgen("build", str(programme), "--out", str(tmp_path / "out"), "--lang", language, "--format", "html")
    (page,) = (tmp_path / "out").rglob("*.html")
    text = page.read_text("utf-8")

    assert (0, True, True) == (run.returncode, "Cittadella" in text, sentence in text), run.stderr
