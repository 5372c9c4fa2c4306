"""Whatever stands in the files: a programme or findings, soon, and never an exception."""

from __future__ import annotations

import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seapgen.intake.programme import load_programme
from seapgen.model.finding import Finding, Severity
from seapgen.model.message import Message, Verbatim
from tests.unit.intake.programmes import CONSUMPTION, HEAD, PROGRAMMES, TOWN, minimal

FILES = (
    "programme.yaml", "accepted.yaml", "images.yaml", "prose.en.md", HEAD, CONSUMPTION, f"{TOWN}/actions.csv",
    f"{TOWN}/emissions.csv", f"{TOWN}/prose.en.md", "agencies/a/agency.yaml", "agencies/a/recommendations.yaml",
    "factor_sets/x.csv",
)  # fmt: skip


def findings_of(files: dict[str, str | bytes]) -> tuple[Finding, ...]:
    """The findings of the smallest programme with some files written over it."""
    with tempfile.TemporaryDirectory() as folder:
        return load_programme(minimal(Path(folder), files)).findings


@given(st.sampled_from(FILES), st.binary(max_size=400))
def test_any_bytes_in_any_file_raise_nothing(name: str, data: bytes) -> None:
    """Findings say what is wrong."""
    assert isinstance(findings_of({name: data}), tuple)


@st.composite
def bitten(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file of the contract's programme with a few bytes changed."""
    root = PROGRAMMES / "specimen"
    name = draw(st.sampled_from(sorted(p.relative_to(root).as_posix() for p in root.rglob("*.*"))))
    data = bytearray((root / name).read_bytes())
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(data)))
        data[place : place + draw(st.integers(0, 3))] = draw(
            st.binary(max_size=3) | st.sampled_from([b'"', b"\n", b",", b"[", b"0", b"-"])
        )
    return name, bytes(data)


@settings(max_examples=150)
@given(bitten())
def test_a_bitten_file_raises_nothing_and_every_finding_can_be_said(case: tuple[str, bytes]) -> None:
    """Slots are filled, places are inside the programme, nothing invisible is shown."""
    name, data = case
    for finding in findings_of({name.replace("montelago", "town").replace("portoverde", "town"): data}):
        for message in (finding.message, finding.proposal):
            assert message is None or say(message).isprintable()
        assert not finding.source.file.startswith("/") and finding.source.line >= 0


def say(message: Message) -> str:
    """A message filled; a slot without value raises."""
    return message.text.format(
        **{name: v.text if isinstance(v, Verbatim) else say(v) for name, v in message.values if isinstance(v, Verbatim | Message)}
    )


@pytest.mark.parametrize(
    "letter", ["\x00", "\x1b", "\x7f", "\x9b", "\u2028", "\u202e", "\u2066", "\ue000", "\ufeff", "\uffff", "\U000f0000"]
)
@pytest.mark.parametrize("name", [CONSUMPTION, HEAD, f"{TOWN}/prose.en.md"])
def test_a_forbidden_letter_is_found_in_every_kind_of_file(name: str, letter: str) -> None:
    """And it never reaches a text."""
    text = {
        CONSUMPTION: f"inventory_year,sector,carrier,quantity,unit,note\n2019,residential,diesel,1,MWh,a{letter}b\n",
        HEAD: (PROGRAMMES / "minimal" / HEAD).read_text(encoding="utf-8").replace("Town", f"To{letter}wn"),
        f"{TOWN}/prose.en.md": f"# strategy.vision\n\na{letter}b\n",
    }[name]
    assert [f.code for f in findings_of({name: text})] == ["L8"]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Co", "Zl", "Zp")), max_size=60))
def test_a_text_is_kept_or_refused_but_never_altered(text: str) -> None:
    """What comes out is what went in, composed."""
    with tempfile.TemporaryDirectory() as folder:
        loaded = load_programme(minimal(Path(folder), {f"{TOWN}/prose.en.md": f"# strategy.vision\n\n.{text}.\n"}))
    errors = [f for f in loaded.findings if f.severity is Severity.ERROR]
    assert loaded.programme is not None
    kept = loaded.programme.municipalities[0].texts["strategy.vision"]["en"]
    assert errors or kept == unicodedata.normalize("NFC", f".{text}.")
