"""Languages: catalogues that refuse, filled messages, lists, order, the pseudo-language."""

from __future__ import annotations

import importlib.util
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from seapgen import resources
from seapgen.localise.language import available, load_language
from seapgen.localise.po import Found, updated
from seapgen.model.errors import MissingToolError, MissingTranslationError
from seapgen.model.language import Language
from seapgen.model.message import Figure, Message, Several, Term, Verbatim, Words, msg, nmsg
from seapgen.model.units import Unit

HAS_DUCKDB = importlib.util.find_spec("duckdb") is not None


def catalogue(folder: Path, language: str, text: str, flags: str = "") -> Language:
    """A language whose catalogue holds one message."""
    shutil.copy(resources.folder("locales") / "profiles.toml", folder)
    (folder / language / "LC_MESSAGES").mkdir(parents=True)
    for code in (language, "en"):
        (folder / code).mkdir(exist_ok=True)
        shutil.copy(resources.folder("locales") / "en" / "terms.toml", folder / code)
    po = folder / language / "LC_MESSAGES" / "seapgen.po"
    head = updated(po, language, [Found(msg("One."), "x")]).decode().partition("#: x")[0]
    po.write_text(f"{head}\n{flags}\n{text}\n", encoding="utf-8")
    return load_language(language, folder)


def test_a_translated_message_is_said_with_its_values(tmp_path: Path) -> None:
    """Slots may move; a value's form is the translator's choice."""
    language = catalogue(tmp_path, "sv", 'msgid "Used: {energy} in {year}."\nmsgstr "{year}: {energy}."')
    energy, year = Figure("a", Decimal("1234.5"), Unit.MWH), Figure("b", Decimal(2010), Unit.YEAR)

    assert language.say(msg("Used: {energy} in {year}.", energy=energy, year=year)) == "2010: 1\u00a0235\u00a0MWh."


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ('msgid "One."\nmsgstr ""', ""),
        ('msgid "One."\nmsgstr "En."', "#, fuzzy"),
        ('msgid "Two."\nmsgstr "Två."', ""),
        ('msgctxt "other"\nmsgid "One."\nmsgstr "En."', ""),
    ],
)
def test_a_missing_or_fuzzy_message_is_refused(tmp_path: Path, text: str, flags: str) -> None:
    """Nothing untranslated or unconfirmed is printed; the finding names language, text and file."""
    language = catalogue(tmp_path, "sv", text, flags)
    with pytest.raises(MissingTranslationError) as refused:
        language.say(msg("One."))

    english = load_language("en")
    finding = refused.value.findings[0]
    assert (finding.code, finding.source.file) == ("M2", "locales/sv/LC_MESSAGES/seapgen.po")
    assert "One." in english.say(finding.message)
    assert finding.proposal
    assert "seapgen.po" in english.say(finding.proposal)


@pytest.mark.parametrize(
    ("n", "text"), [(1, "1 działanie"), (2, "2 działania"), (5, "5 działań"), (12, "12 działań"), (22, "22 działania")]
)
def test_the_count_chooses_the_plural(tmp_path: Path, n: int, text: str) -> None:
    """By the raw whole number and the rule of the language."""
    body = 'msgid "{n} action"\nmsgid_plural "{n} actions"\nmsgstr[0] "{n} działanie"\nmsgstr[1] "{n} działania"\nmsgstr[2] "{n} działań"'
    language = catalogue(tmp_path, "pl", body)

    assert language.say(nmsg("{n} action", "{n} actions", n=Figure("f", Decimal(n), Unit.COUNT))) == text


def test_a_translation_with_an_unknown_slot_is_refused(tmp_path: Path) -> None:
    """A slot that nobody fills must not show its braces."""
    language = catalogue(tmp_path, "sv", 'msgid "One."\nmsgstr "{two}."')
    with pytest.raises(MissingTranslationError, match="M5"):
        language.say(msg("One."))


def test_a_language_without_catalogue_is_refused() -> None:
    """It is a finding with the way to make one, not a missing file."""
    with pytest.raises(MissingTranslationError) as refused:
        load_language("xx")

    assert refused.value.findings[0].code == "M1"


def test_a_date_at_the_end_keeps_one_point(tmp_path: Path) -> None:
    """`18. ožujka 2013.` ends its sentence too."""
    language = catalogue(tmp_path, "hr", 'msgid "On {day}."\nmsgstr "Dana {day}."')

    assert (
        language.say(msg("On {day}.", day=Figure("f", date(2013, 3, 18), Unit.DATE))).replace("\u00a0", " ")
        == "Dana 18. ožujka 2013."
    )


def test_things_are_listed_with_the_word_of_the_language() -> None:
    """`A, B and C`, `A, B e C`; terms inside a sentence take their small form."""
    several = Several((Term("sector.residential"), Term("sector.tertiary"), Verbatim("X")))

    assert load_language("en").listed(["A", "B", "C"]) == "A, B and C"
    assert load_language("it").show(several) == "Edifici residenziali, Edifici del terziario e X"
    assert (
        load_language("en").say(msg("Of {all}.", all=several))
        == "Of residential buildings, shops, offices and other services and X."
    )
    assert load_language("en").listed([]) == ""


def test_words_of_people_are_shown_in_the_best_language_there_is() -> None:
    """A finding on the command line is never held up by a translation of data."""
    assert load_language("it").show(Words({"it": "Scuole", "en": "Schools"})) == "Scuole"
    assert load_language("it").show(Words({"en": "Schools"})) == "Schools"


def test_a_message_may_hold_a_message() -> None:
    """Both are said in the same language."""
    assert load_language("en").say(msg("{a}: {b}", a=msg("One."), b="x")) == "One.: x"


def test_the_pseudo_language_disguises_every_word_and_keeps_slots_and_markup() -> None:
    """A third longer, accented, with its end punctuation in place."""
    pseudo = load_language("en_XA")
    text = pseudo.wording(msg("See **{total}** in [the plan](https://example.org/plan) of {place:of}."))

    assert "{total}" in text and "{place:of}" in text and "](https://example.org/plan)" in text
    assert text.endswith(".") and text.count("**") == 2
    assert len(text) > 1.25 * len("See **{total}** in [the plan](https://example.org/plan) of {place:of}.")
    assert "the plan" not in text
    assert pseudo.term(Term("sector.waste")) != load_language("en").term(Term("sector.waste"))
    assert (pseudo.code, pseudo.tag) == ("en_XA", "en-XA")


@pytest.mark.parametrize("language", available())
def test_every_language_with_a_catalogue_can_be_loaded(language: str) -> None:
    """And knows itself by code and tag."""
    loaded = load_language(language)

    assert loaded.code == language
    assert loaded.tag.startswith(f"{language}-")


@pytest.mark.skipif(HAS_DUCKDB, reason="DuckDB is installed")
def test_sorting_without_duckdb_says_what_to_install() -> None:
    """A missing tool is a finding with exit code 6."""
    with pytest.raises(MissingToolError) as refused:
        load_language("en").ordered(["b", "a"])

    assert "collation" in load_language("en").say(refused.value.findings[0].proposal or Message(""))


@pytest.mark.skipif(not HAS_DUCKDB, reason="needs the extra `collation`")
def test_words_are_sorted_as_the_language_sorts_them(tmp_path: Path) -> None:
    """Swedish puts å, ä, ö at the end."""
    language = catalogue(tmp_path, "sv", 'msgid "One."\nmsgstr "En."')

    assert language.ordered(["Örebro", "Malmö", "Ånge", "Ale"]) == ["Ale", "Malmö", "Ånge", "Örebro"]
