"""An agency's stationery: every way to break it is found, with its code and a way out; what is only different still works."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from seapgen.model.errors import BrokenTemplateError
from seapgen.render.word.make_stationery import stationery_bytes
from seapgen.render.word.stationery import check_stationery, compile_stationery, default_stationery
from tests.unit.render.word.sample import opened, packed

Members = dict[str, bytes]
Damage = Callable[[Members], object]


def swapped(part: str, before: str, after: str) -> Damage:
    """Damage that writes other words in a part."""

    def damage(members: Members) -> None:
        assert before.encode() in members[part], f"the house's {part} has no {before}"
        members[part] = members[part].replace(before.encode(), after.encode())

    return damage


DOCUMENT, STYLES = "word/document.xml", "word/styles.xml"
DAMAGES: tuple[tuple[str, str, Damage], ...] = (
    ("a needed part is gone", "T40", lambda m: m.pop("word/numbering.xml")),
    ("a part is no XML", "T40", lambda m: m.update({DOCUMENT: b"<w:document"})),
    ("an unknown blank", "T41", swapped(DOCUMENT, "{{ eyebrow }}", "{{ eyebrows }}")),
    ("a run's blank as text", "T41", swapped(DOCUMENT, "{{r place_run }}", "{{ place_run }}")),
    ("a filter", "T42", swapped(DOCUMENT, "{{ eyebrow }}", "{{ eyebrow|upper }}")),
    ("a call", "T42", swapped(DOCUMENT, "{{ eyebrow }}", "{{ eyebrow.__class__.mro() }}")),
    ("a condition", "T42", swapped(DOCUMENT, "{{ eyebrow }}", "{% if eyebrow %}x{% endif %}")),
    ("an import", "T42", swapped(DOCUMENT, "{{ eyebrow }}", "{% import 'os' as os %}")),
    ("a comment", "T42", swapped(DOCUMENT, "{{ eyebrow }}", "{# eyebrow #}")),
    ("a mark that is not closed", "T43", swapped(DOCUMENT, "{{ eyebrow }}", "{{ eyebrow }")),
    ("a mark that is not opened", "T43", swapped(DOCUMENT, "{{ eyebrow }}", "eyebrow }}")),
    ("a model page is gone", "T44", swapped(DOCUMENT, "[[model page: landscape]]", "Landscape")),
    ("a style is renamed", "T45", swapped(STYLES, '<w:name w:val="Lead"/>', '<w:name w:val="Vorspann"/>')),
    ("no mark of the body", "T46", swapped(DOCUMENT, "{{p body }}", "Text")),
    ("words beside the mark of the body", "T47", swapped(DOCUMENT, "{{p body }}", "Text {{p body }}")),
    ("macros", "T48", lambda m: m.update({"word/vbaProject.bin": b"\0"})),
)  # fmt: skip


def shell(folder: Path, *damages: Damage) -> Path:
    """The house's stationery with damages."""
    members = opened(stationery_bytes())
    for damage in damages:
        damage(members)
    path = folder / "agency.docx"
    path.write_bytes(packed(members))
    return path


@pytest.mark.parametrize(("code", "damage"), [d[1:] for d in DAMAGES], ids=[d[0] for d in DAMAGES])
def test_a_broken_stationery_is_found_with_its_code(code: str, damage: Damage, tmp_path: Path) -> None:
    """Each damage has its code, names the file, and nothing is made with such a stationery."""
    path = shell(tmp_path, damage)
    findings = check_stationery(path)

    assert code in {f.code for f in findings}
    assert {f.source.file for f in findings if f.source} == {"agency.docx"}
    with pytest.raises(BrokenTemplateError):
        compile_stationery(path)


def test_all_damages_are_told_at_once(tmp_path: Path) -> None:
    """Nobody repairs a stationery one error at a time."""
    wanted = {code for _, code, _ in DAMAGES if code not in {"T40", "T43", "T46"}}
    first = {code: damage for _, code, damage in reversed(DAMAGES) if code in wanted}
    first["T42"] = swapped(DOCUMENT, "{{ status }}", "{{ status|upper }}")

    assert {f.code for f in check_stationery(shell(tmp_path, *first.values()))} == wanted


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x05\x06" + b"\0" * 18], ids=["empty", "words", "an empty archive"])
def test_what_is_no_word_file_is_found(content: bytes, tmp_path: Path) -> None:
    """A file of another kind is a finding, not an accident."""
    path = tmp_path / "agency.docx"
    path.write_bytes(content)

    assert [f.code for f in check_stationery(path)] == ["T40"]


def test_a_stationery_that_is_not_there_is_found(tmp_path: Path) -> None:
    """So is a name that leads nowhere."""
    assert [f.code for f in check_stationery(tmp_path / "none.docx")] == ["T40"]


def test_styles_with_ids_of_another_language_are_found_by_name(tmp_path: Path) -> None:
    """An Italian Word calls Heading1 Titolo1; the name inside stays, and so does the body's way to it."""

    def renamed(members: Members) -> None:
        for part in (STYLES, "word/numbering.xml"):
            members[part] = members[part].replace(b'"Heading1"', b'"Titolo1"').replace(b'"BodyText"', b'"Corpotesto"')
        members[DOCUMENT] = members[DOCUMENT].replace(b'"BodyText"', b'"Corpotesto"')

    path = shell(tmp_path, renamed)
    compiled, house = compile_stationery(path), compile_stationery(default_stationery())

    assert check_stationery(path) == ()
    assert compiled.parts[STYLES] == house.parts[STYLES]
    assert compiled.lists == house.lists
