"""The texts of a stationery in the language of a document."""

from __future__ import annotations

import pytest

from seapgen.compose.own_texts import spoken_texts
from seapgen.model.errors import MissingTranslationError
from seapgen.model.finding import Severity
from seapgen.model.outfit import OwnTexts

OWN = OwnTexts("texts.toml", {"slogan": {"en": "Energy", "it": "Energia"}, "about": {"en": "Us"}, "more": {"it": "Altro"}})


def test_a_document_gets_the_texts_of_its_language() -> None:
    """Nothing is missing where all are there."""
    own = OwnTexts("texts.toml", {"slogan": OWN.texts["slogan"]})

    assert ({"slogan": "Energia"}, ()) == spoken_texts(own, "it")


def test_what_is_missing_is_refused_all_at_once() -> None:
    """With the file and the names of the blanks."""
    with pytest.raises(MissingTranslationError) as refused:
        spoken_texts(OWN, "el")

    assert [("M6", "texts.toml")] * 3 == [(f.code, f.source.file) for f in refused.value.findings]


def test_a_draft_prints_the_language_of_reference_with_its_code() -> None:
    """It is seen in the document, and told as a warning."""
    texts, findings = spoken_texts(OWN, "it", "en")

    assert {"slogan": "Energia", "about": "[en] Us", "more": "Altro"} == texts
    assert [Severity.WARNING] == [f.severity for f in findings]


def test_a_draft_prints_any_language_where_the_reference_has_no_words() -> None:
    """A blank is never empty."""
    assert spoken_texts(OWN, "el", "en")[0]["more"] == "[it] Altro"
