"""Whatever people write in whatever field: it is printed letter by letter in all three formats, or refused at its place.

The fields are found from the nouns, the tables and the list of sections, so a new one is tested from the day it is there.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from seapgen.check.check import check_programme
from seapgen.compute.results import compute_results
from seapgen.intake.guards.characters import FORBIDDEN as NOT_ALLOWED
from seapgen.intake.programme import load_programme
from seapgen.model.artifact import FORMATS, Format
from seapgen.model.errors import InvalidInputError
from seapgen.model.factors import Reference
from seapgen.model.finding import Finding, Severity
from seapgen.model.order import Order, Wanted
from seapgen.pipeline import build
from seapgen.study import reference_data
from tests.support.finished_text import finished_text
from tests.support.letters import made_up_word
from tests.support.nasty import BEYOND_THE_FONT, FORBIDDEN, PRINTABLE, visible
from tests.support.nasty_programme import LANGUAGES, MUNICIPALITY, TOWN, Slot, slots, text_fields, write

pytestmark = pytest.mark.slow
WORDS = 'Qx <&> "{{7*7}}" \\ = z'
CHOOSING = ("Accepted.code", "Accepted.place")  # they choose a finding; with other words its remark is not printed
# Texts that no SEAP prints: of other products, notes to oneself, codes for other programs. One that appears must leave this list.
NOT_PRINTED = {
    "Accepted.by", "CitedSource.url", "Consumption.item", "Evidence.metric", "Consumption.note", "Evidence.scope", "Experience.barrier",
    "Experience.result", "Experience.tried", "Foreword.author", "GoodPractice.id", "GoodPractice.title", "Image.caption",
    "MunicipalityHead.items", "MunicipalityHead.lau", "MunicipalityHead.nuts",
    "NonEnergyEmission.note", "OwnFactor.fuel", "OwnValue.source", "Production.note", "Purchase.note", "Recommendation.id",
    "Recommendation.text", "ReportedTotal.note", "SectorTotal.note", "prose.publication.closing",
    "prose.publication.foreword", "prose.publication.problems", "prose.publication.project", "prose.rda.adria-agency.context",
    "prose.rda.adria-agency.introduction",
}  # fmt: skip


def tried() -> list[Slot]:
    """Each place alone where a text has no language; of the others one for each field, and one section: the same code reads them."""
    return list({"prose" if s.noun == "prose" else s.name if s.language else s: s for s in slots()}.values())


def errors(programme: Path) -> list[Finding]:
    """What would stop a build."""
    loaded = load_programme(programme)
    found = [f for f in loaded.findings if f.severity is Severity.ERROR]
    if loaded.programme is None or found:
        return found
    results = compute_results(loaded.programme, reference())
    told = (*results.findings, *check_programme(loaded.programme, results, reference()))
    return [f for f in told if f.severity is Severity.ERROR]


@cache
def reference() -> Reference:
    """The reference data, read once."""
    return reference_data()


@cache
def refusals() -> Mapping[Slot, list[Finding]]:
    """Texts that are a key, an id, a path or a code: each was set alone, and this was found."""
    with tempfile.TemporaryDirectory() as folder:
        found = {slot: errors(write(Path(folder), {slot: WORDS})) for slot in tried()}
    return {slot: problems for slot, problems in found.items() if problems}


@cache
def free() -> tuple[Slot, ...]:
    """All texts that people may write as they like."""
    return tuple(s for s in slots() if s not in refusals() and s.name not in CHOOSING)


def test_every_text_field_of_every_noun_is_set() -> None:
    """No noun with a text is missing in the programme that the other tests here write."""
    assert set() == text_fields() - {slot.name for slot in slots()}


def test_a_field_that_takes_no_free_text_refuses_it_at_its_place() -> None:
    """An id, key, path or code that cannot be: a finding in its file, with line and column."""
    lost = [slot for slot, found in refusals().items() if not any(_is_at(f, slot) for f in found)]

    assert len(refusals()) > 40
    assert [] == lost


def _is_at(finding: Finding, slot: Slot) -> bool:
    return finding.source.file == slot.file and finding.source.line > 0 and finding.source.column > 0


def marked(strings: Sequence[str], turn: int = 0) -> dict[Slot, str]:
    """Every free text with a string between two words that stand nowhere else; from turn to turn the strings move on."""
    ends = len(free())
    return {s: f"{made_up_word(n)} {strings[(n + turn) % len(strings)]} {made_up_word(ends + n)}" for n, s in enumerate(free())}


def built(folder: Path, texts: Mapping[Slot, str], language: str, formats: Sequence[Format] = FORMATS) -> dict[Format, str]:
    """All that can be seen in the finished files of a programme with these texts."""
    programme = write(folder, texts)
    build(programme, folder / "out", Order((Wanted("seap", MUNICIPALITY),), (language,), tuple(formats), draft=True))
    files: dict[Format, Path] = {form: next((folder / "out").rglob(f"*.{form}")) for form in formats}
    return {form: visible(finished_text(form, path.read_bytes()), form) for form, path in files.items()}


def altered(texts: Mapping[Slot, str], seen: Mapping[Format, str], language: str) -> list[tuple[str, str]]:
    """Format and field of each text of which not every letter follows on its first word, wherever that stands."""
    return [
        (form, slot.name)
        for form, letters in seen.items()
        for slot, text in texts.items()
        if slot.language in ("", language) and letters.count(text.split()[0]) != letters.count(visible(text, form))
    ]


def printed(texts: Mapping[Slot, str], letters: str) -> set[str]:
    """The fields whose words stand in a file."""
    return {slot.name for slot, text in texts.items() if text.split()[0] in letters}


@pytest.mark.parametrize(("turn", "language"), [(0, "en"), (7, "it")])
def test_every_text_is_printed_letter_by_letter(turn: int, language: str, tmp_path: Path) -> None:
    """A different nasty string in every field at once; Word, PDF and page print the same fields, each letter of each."""
    texts = marked(PRINTABLE, turn)
    seen = built(tmp_path, texts, language)
    fields = {form: printed(texts, letters) for form, letters in seen.items()}
    there = {slot.name for slot in texts if slot.language in ("", language)}

    assert [] == altered(texts, seen, language)
    assert fields["docx"] == fields["pdf"] == fields["html"]
    assert NOT_PRINTED - UNSAID[language] == there - fields["docx"] - UNSAID[language]


# What only one of the languages prints: inflected forms are given in Italian; English prints names.
UNSAID = {
    "en": {"Forms.official", "Forms.subject", "Forms.of", "Forms.in_", "Forms.council", "Forms.head", "Forms.adopted_by", "CitedSource.text"},
    "it": {"Forms.council", "Forms.adopted_by", "Forms.in_", "CitedSource.text"},
}  # fmt: skip


def test_letters_that_no_font_of_ours_has_are_printed_by_word_and_page(tmp_path: Path) -> None:
    """Asian and African scripts, right to left, pictographs, piled marks: the reader's computer has fonts for them."""
    texts = marked(BEYOND_THE_FONT)
    seen = built(tmp_path, texts, "en", ("docx", "html"))

    assert [] == altered(texts, seen, "en")
    assert printed(texts, seen["docx"]) == printed(texts, seen["html"]) > {"MunicipalityHead.name", "Action.title"}


def test_letters_that_no_font_of_ours_has_are_refused_by_the_pdf_at_their_lines(tmp_path: Path) -> None:
    """Never an empty box: every line of the data whose text cannot be set is named, and nothing is written."""
    texts = marked(BEYOND_THE_FONT)

    with pytest.raises(InvalidInputError) as refused:
        built(tmp_path, texts, "en", ("pdf",))

    places = {(f.source.file, f.source.line) for f in refused.value.findings}
    assert {"R21"} == {f.code for f in refused.value.findings}
    assert all((tmp_path / "programme" / file).is_file() and line for file, line in places)
    assert {f"{TOWN}/municipality.yaml", f"{TOWN}/actions.csv", f"{TOWN}/prose.en.md", "programme.yaml"} <= {f for f, _ in places}
    assert [] == [p for p in tmp_path.glob("out/**/*") if p.is_file()]


@pytest.mark.parametrize("letter", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_forbidden_letter_is_refused_written_out_or_escaped(letter: str, tmp_path: Path) -> None:
    """In the name of a municipality, as it stands and as YAML's escape for it: the same finding at the same line."""
    name = next(s for s in slots() if s.name == "MunicipalityHead.name" and s.language == "en")
    file = write(tmp_path, {name: "here"}) / name.file
    head = file.read_text(encoding="utf-8")

    for written in (f'"a{letter}b"', f'"a\\U{ord(letter):08X}b"'):
        file.write_text(head.replace('"here"', written), encoding="utf-8")
        assert [("L8", 1)] == [(f.code, f.source.line) for f in wrong(tmp_path / "programme") if f.source.file == name.file]


def wrong(programme: Path) -> list[Finding]:
    """The errors of loading."""
    return [f for f in load_programme(programme).findings if f.severity is Severity.ERROR]


ONCE = (Phase.explicit, Phase.generate)  # an example is a whole build: a fault is told, not made smaller
SETTABLE = st.characters(min_codepoint=0x20, max_codepoint=0x17F, blacklist_categories=("Cc", "Cf"), blacklist_characters="ſĿŀŉ")
ANY = st.characters(
    codec="utf-8", blacklist_categories=("Cc", "Cs", "Co", "Cn", "Zl", "Zp"), blacklist_characters="\ufeff"
).filter(lambda letter: not NOT_ALLOWED.search(letter))


@settings(max_examples=2, phases=ONCE)
@given(strings=st.lists(st.text(SETTABLE, min_size=1, max_size=40), min_size=12, max_size=12))
def test_random_texts_are_printed_in_all_formats(strings: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every order of the letters that European languages are written with."""
    texts = marked(strings)
    assert [] == altered(texts, built(tmp_path_factory.mktemp("random"), texts, "it"), "it")


@settings(max_examples=4, phases=ONCE)
@given(strings=st.lists(st.text(ANY, min_size=1, max_size=40), min_size=12, max_size=12))
def test_random_texts_of_all_scripts_are_printed_by_word_and_page(
    strings: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Every letter that Unicode has given a meaning."""
    composed = [unicodedata.normalize("NFC", text) for text in strings]
    texts = marked(composed)
    assert [] == altered(texts, built(tmp_path_factory.mktemp("random"), texts, "en", ("docx", "html")), "en")


assert set(LANGUAGES) == set(UNSAID)
