"""What languages hang on numbers, and the forms of terms and places."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from seapgen.localise.language import load_language
from seapgen.localise.numbers import printed
from seapgen.model.errors import MissingTranslationError
from seapgen.model.message import Figure, Place, Term
from seapgen.model.units import Unit
from tests.unit.localise.rows import row, shown


@pytest.mark.parametrize(
    ("value", "unit", "form", "text"),
    [
        ("8.2", Unit.PERCENT, "il", "l’8,2%"), ("11", Unit.PERCENT, "del", "dell’11,0%"), ("110", Unit.PERCENT, "il", "il 110,0%"),
        ("0.5", Unit.PERCENT, "il", "lo 0,5%"), ("1", Unit.PERCENT, "al", "all’1,0%"), ("88", Unit.PERCENT, "nel", "nell’88,0%"), ("20", Unit.PERCENT, "Il", "Il 20,0%"),
        ("-8", Unit.PERCENT, "il", "il −8,0%"), ("8000", Unit.MWH, "il", "gli 8000 MWh"), ("1234", Unit.MWH, "del", "dei 1234 MWh"), ("11500", Unit.MWH, "al", "agli 11.500 MWh"),
        ("1", Unit.MWH, "il", "l’1 MWh"), ("2010", Unit.YEAR, "nel", "nel 2010"), ("3170000", Unit.EUR, "dal", "dai 3,17 milioni di €"),
        ("80", Unit.COUNT, "sul", "sugli 80"),
    ],
)  # fmt: skip
def test_an_italian_article_follows_the_spoken_number(value: str, unit: Unit, form: str, text: str) -> None:
    """`l’8`, `dell’11`, `lo 0,5`; many things take the plural."""
    assert shown(value, unit, "it", form=form) == text


@pytest.mark.parametrize(
    ("day", "text"), [(8, "l’8 marzo 2013"), (11, "l’11 marzo 2013"), (18, "il 18 marzo 2013"), (1, "il 1 marzo 2013")]
)
def test_an_italian_date_takes_its_article(day: int, text: str) -> None:
    """The eighth and the eleventh begin with a vowel."""
    assert printed(Figure("f", date(2013, 3, day), Unit.DATE), row("it"), "il").text.replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("year", "form", "text"),
    [
        ("2010", "in", "2010-ben"), ("2008", "in", "2008-ban"), ("2005", "to", "2005-höz"), ("2020", "by", "2020-ra"), ("2000", "in", "2000-ben"),
        ("1990", "since", "1990-től"), ("1900", "in", "1900-ban"),
    ],
)  # fmt: skip
def test_a_hungarian_year_takes_the_suffix_of_its_last_word(year: str, form: str, text: str) -> None:
    """Vowel harmony follows kétezer-tíz, kétezer-nyolc, kétezer-öt."""
    assert shown(year, Unit.YEAR, "hu", form=form) == text


def test_a_hungarian_date_says_on() -> None:
    """`2013. március 18-án`: the point gives way to the suffix."""
    assert (
        printed(Figure("f", date(2013, 3, 18), Unit.DATE), row("hu"), "on").text.replace("\u00a0", " ") == "2013. március 18-án"
    )


@pytest.mark.parametrize(("language", "form"), [("en", "il"), ("it", "gen"), ("hu", "il"), ("pl", "in")])
def test_a_form_that_a_number_lacks_is_refused(language: str, form: str) -> None:
    """A translation that asks for it names the form and the known ones."""
    with pytest.raises(MissingTranslationError) as refused:
        shown("5", Unit.MWH, language, form=form)

    assert refused.value.findings[0].code == "M4"


def test_a_term_has_its_forms_and_a_capital_where_asked() -> None:
    """`dagli edifici …`, and at the beginning of a sentence `Gli edifici …`."""
    italian = load_language("it")
    homes = Term("sector.residential")

    assert italian.term(homes) == "Edifici residenziali"
    assert italian.term(homes, "from") == "dagli edifici residenziali"
    assert italian.term(homes, "Subject") == "Gli edifici residenziali"


@pytest.mark.parametrize(
    ("key", "form", "code"), [("sector.nowhere", "", "M3"), ("nothing.at_all", "", "M3"), ("sector.residential", "gen", "M4")]
)
def test_an_unknown_term_or_form_is_refused(key: str, form: str, code: str) -> None:
    """No blank and no key is ever printed in place of a word."""
    with pytest.raises(MissingTranslationError) as refused:
        load_language("it").term(Term(key), form)

    assert refused.value.findings[0].code == code


@pytest.mark.parametrize(
    ("language", "key", "word"), [("it", "country.EL", "Grecia"), ("en", "country.IT", "Italy"), ("it", "language.hr", "croato")]
)
def test_countries_and_languages_have_names(language: str, key: str, word: str) -> None:
    """From CLDR; the Union's code of Greece is understood."""
    assert load_language(language).term(Term(key)) == word


MONTELAGO = Place(
    {"en": "Montelago", "it": "Montelago"}, {"it": {"subject": "il Comune di Montelago", "of": "del Comune di Montelago"}}, "IT"
)


@pytest.mark.parametrize(
    ("language", "form", "text"),
    [
        ("it", "Subject", "Il Comune di Montelago"), ("it", "of", "del Comune di Montelago"), ("en", "", "Montelago"),
        ("en", "official", "Municipality of Montelago"), ("it", "name", "Montelago"),
    ],
)  # fmt: skip
def test_a_place_prints_its_stored_form_as_it_stands(language: str, form: str, text: str) -> None:
    """English has patterns; nothing is inflected by the program."""
    assert load_language(language).place(MONTELAGO, form) == text


def test_a_foreign_place_is_named_with_its_country_and_without_grammar() -> None:
    """A place that stored no Italian forms stands bare, the country in apposition."""
    pazin = Place({"en": "Pazin", "hr": "Pazin"}, {}, "HR")

    assert load_language("it").place(pazin) == "Pazin (HR)"
    assert load_language("it").place(pazin, "in") == "a Pazin (HR)"


@pytest.mark.parametrize(("code", "form", "count", "shown"), [
    ("en", "word", 1, "one"), ("en", "word", 9, "nine"), ("en", "word", 10, "10"), ("en", "word", 0, "0"),
    ("it", "word", 1, "un"), ("it", "una", 1, "una"), ("it", "un_", 1, "un’"), ("it", "word", 8, "otto"), ("it", "una", 1200, "1200"),
])  # fmt: skip
def test_counts_below_ten_are_words(code: str, form: str, count: int, shown: str) -> None:
    """A sentence says `two sectors` and `12 sectors`; the figure stays exact."""
    figure = load_language(code).figure(Figure("plan.actions", Decimal(count), Unit.COUNT), form=form)

    assert (shown, Decimal(count)) == (figure.text, figure.value)


def test_only_counts_have_words() -> None:
    """Amounts with a unit keep their digits, whatever form is asked for."""
    assert "2 MWh" == load_language("en").figure(Figure("x", Decimal(2), Unit.MWH), form="word").text.replace("\u00a0", " ")
