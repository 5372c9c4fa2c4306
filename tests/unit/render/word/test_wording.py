"""Words of a stationery that are the same in every language."""

from __future__ import annotations

from pathlib import Path

from seapgen.model.finding import Severity
from seapgen.model.outfit import OwnTexts
from seapgen.render.word.make_stationery import stationery_bytes
from seapgen.render.word.stationery import check_stationery
from tests.unit.render.word.sample import opened, packed

OWN = OwnTexts("texts.toml", {"slogan": {"en": "x"}}, ("Via Roma 1",))


def found(folder: Path, words: str, own: OwnTexts = OWN, known: tuple[str, ...] = ()) -> list[str]:
    """Codes and quoted words of what is found where a footer has these words."""
    members = opened(stationery_bytes())
    for part in ("word/footerText.xml", "word/footerWide.xml"):
        members[part] = members[part].replace(b"{{ footer }}", words.encode())
    path = folder / "ours.docx"
    path.write_bytes(packed(members))
    findings = check_stationery(path, "ours.docx", own, known=known)
    assert all(f.severity is not Severity.ERROR for f in findings)
    return [f"{f.code} {dict(f.message.values).get('words', dict(f.message.values).get('names')).text}" for f in findings]  # type: ignore[union-attr]


def test_words_of_one_language_are_quoted_once(tmp_path: Path) -> None:
    """They stand in two footers; blanks, numbers and signs need no translation."""
    assert found(tmp_path, "Energy for the valley · {{ slogan }} · 24") == ["T56 Energy for the valley · · 241"]


def test_names_and_addresses_may_stay(tmp_path: Path) -> None:
    """Those of `keep`, and those of the agency's own file."""
    assert found(tmp_path, "Energia Valdora · Via Roma 1 · {{ slogan }}", known=("Energia Valdora",)) == []


def test_what_is_kept_does_not_hide_other_words(tmp_path: Path) -> None:
    """Only the kept part is taken away."""
    assert found(tmp_path, "Via Roma 1, open daily {{ slogan }}") == ["T56 Via Roma 1, open daily 1"]


def test_a_text_without_blank_is_told(tmp_path: Path) -> None:
    """Somebody wrote the text and forgot the mark."""
    assert found(tmp_path, "{{ footer }}") == ["T58 slogan"]


def test_the_alternative_text_of_a_drawing_has_a_language_too(tmp_path: Path) -> None:
    """It is read aloud in every language."""
    members = opened(stationery_bytes())
    members["word/headerCover.xml"] = members["word/headerCover.xml"].replace(
        b'name="Cover" descr=""', b'name="Cover" descr="Hills"'
    )
    path = tmp_path / "ours.docx"
    path.write_bytes(packed(members))

    assert [f.code for f in check_stationery(path)] == ["T56"]
