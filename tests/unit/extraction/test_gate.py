"""The gate: what no translation may do, seen before a document is built."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from seapgen import resources
from seapgen.extraction.gate import faults, glossary_hits, problems
from seapgen.extraction.messages import messages
from seapgen.localise.language import available, load_language
from seapgen.localise.po import Found, updated
from seapgen.localise.terms import read_groups
from seapgen.model.message import Message

SENTENCE = Message("This means {reduction} less every **year**.")
GROUPS = read_groups(resources.folder("locales") / "it" / "terms.toml", "it")


def wrong(message: Message, text: str) -> list[str]:
    """What the gate says of an Italian text, in English."""
    english = load_language("en")
    return [english.say(problem) for problem in problems(message, text, "it", GROUPS)]


def italian(folder: Path, *lines: str, terms: str | None = None) -> Path:
    """A folder of locales with an Italian catalogue of these lines."""
    source = resources.folder("locales")
    shutil.copytree(source / "en", folder / "en")
    (folder / "it" / "LC_MESSAGES").mkdir(parents=True)
    (folder / "it" / "terms.toml").write_text(
        terms or (source / "it" / "terms.toml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    shutil.copy(source / "glossary.csv", folder)
    po = folder / "it" / "LC_MESSAGES" / "seapgen.po"
    head = updated(po, "it", [Found(Message("One."), "x")]).decode().partition("#: x")[0]
    po.write_text("\n".join([head, *lines, ""]), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "text",
    ["Significa {reduction} in meno ogni **anno**.", "Ogni **anno** {reduction:il} in meno.", "**{reduction:del}** all’anno."],
)
def test_a_sound_translation_passes(text: str) -> None:
    """Slots and emphasis may move, and a value may take a form."""
    assert wrong(SENTENCE, text) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Nessun valore, ogni **anno**.", "slots"), ("{reduction} e {reduction} **x**.", "slots"), ("{other} **x**.", "slots"), ("{reduction:gen} **x**.", "form"),
        ("{reduction} x.", "emphasis"), ("**{reduction}** **x**.", "emphasis"), ("{reduction} **x** <b>.", "HTML"), ("{reduction} **x** &nbsp;.", "HTML"),
        ("{{reduction}} **x**.", "braces"), (" {reduction} **x**.", "spaces"), ("{reduction}  **x**.", "spaces"), ("{reduction}\n**x**.", "spaces"),
        ("{reduction} **x**", "end with"), ("{reduction} **x** \U000f0001.", "private-use"), ("[{reduction}](https://a.b) **x**.", "links"),
    ],
)  # fmt: skip
def test_a_translation_with_other_slots_markup_or_ends_is_refused(text: str, why: str) -> None:
    """Each with its reason."""
    assert why in " ".join(wrong(SENTENCE, text))


@pytest.mark.parametrize(
    "lines", [[], ['msgid "One."', 'msgstr ""'], ["#, fuzzy", 'msgid "One."', 'msgstr "Uno."'], ['msgid "Two."', 'msgstr "Due."']]
)
def test_a_missing_or_fuzzy_translation_is_a_fault(tmp_path: Path, lines: list[str]) -> None:
    """It would stop a build, so it stops the gate."""
    (fault,) = faults("it", [Message("One.")], italian(tmp_path, *lines))

    assert load_language("en").say(fault.message) == "not translated: One."


def test_a_plural_with_a_form_too_few_is_a_fault(tmp_path: Path) -> None:
    """Every class of the language has its text."""
    lines = ['msgid "{n} act."', 'msgid_plural "{n} acts."', 'msgstr[0] "{n} atto."', 'msgstr[1] ""']

    assert len(faults("it", [Message("{n} act.", "{n} acts.")], italian(tmp_path, *lines))) == 1


def test_each_plural_form_is_looked_at(tmp_path: Path) -> None:
    """A slot lost in one of them is found."""
    lines = ['msgid "{n} act."', 'msgid_plural "{n} acts."', 'msgstr[0] "Un atto."', 'msgstr[1] "{n} atti."']
    (fault,) = faults("it", [Message("{n} act.", "{n} acts.")], italian(tmp_path, *lines))

    assert "Un atto." in load_language("en").say(fault.message)


@pytest.mark.parametrize(
    ("cut", "why"),
    [("[sector.waste]", "sector.waste is missing"), ('from = "dal biogas"\n', "carrier.biogas has no form “from”")],
)
def test_a_missing_term_or_form_is_a_fault(tmp_path: Path, cut: str, why: str) -> None:
    """Every term that English has, and the same forms in all terms of a group."""
    terms = (resources.folder("locales") / "it" / "terms.toml").read_text(encoding="utf-8")
    assert cut in terms
    (fault,) = faults("it", [], italian(tmp_path, terms=terms.replace(cut, "[sector.cut]" if cut.startswith("[") else "")))

    assert why in load_language("en").say(fault.message)


def test_one_text_with_and_without_plural_is_a_fault_of_the_source() -> None:
    """A catalogue finds a message by its English text."""
    assert len(faults("en", [Message("{n} act."), Message("{n} act.", "{n} acts.")])) == 1


def test_the_glossary_is_held_against_translations(tmp_path: Path) -> None:
    """It lists where the agreed word is not used, for a person to read."""
    lines = [
        'msgid "The emission factor."',
        'msgstr "Il coefficiente."',
        "",
        'msgid "An emission factor."',
        'msgstr "Un fattore di emissione."',
    ]
    (hit,) = glossary_hits("it", [Message("The emission factor."), Message("An emission factor.")], italian(tmp_path, *lines))

    assert "Il coefficiente." in hit


@pytest.mark.parametrize("language", available())
def test_every_language_of_the_house_passes_the_gate(language: str) -> None:
    """All messages of chapters and code are translated, and all terms are there."""
    english = load_language("en")

    assert [english.say(fault.message) for fault in faults(language, [found.message for found in messages()])] == []
