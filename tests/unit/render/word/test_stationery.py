"""An agency's stationery: what may be changed in it, and what is found when too much was."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from seapgen.model.document import Chapter, Cover
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.inline import plain
from seapgen.model.message import Verbatim
from seapgen.model.outfit import OwnTexts
from seapgen.render.word.make_stationery import stationery_bytes
from seapgen.render.word.package import LIMIT, deflate, pack
from seapgen.render.word.render import render_word
from seapgen.render.word.stationery import check_stationery, compile_stationery
from tests.support.default_theme import default_theme
from tests.support.specimen_document import specimen_document

Edit = Callable[[str], str]


def edited(folder: Path, part: str, edit: Edit) -> Path:
    """The house's stationery with one part changed."""
    with zipfile.ZipFile(io.BytesIO(stationery_bytes())) as archive:
        parts = {n: archive.read(n) for n in archive.namelist()}
    before = parts[part].decode()
    assert edit(before) != before
    parts[part] = edit(before).encode()
    path = folder / "ours.docx"
    path.write_bytes(pack(deflate(n, c) for n, c in parts.items()))
    return path


def body(content: bytes) -> str:
    """The document part of a file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").decode()


def words(before: str, after: str) -> Edit:
    """Replace words."""
    return lambda xml: xml.replace(before, after)


COVER = "word/document.xml"
LINKED = '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://x.example/a.png" TargetMode="External"/>'
FLAWS: tuple[tuple[str, str, Edit], ...] = (
    ("T41", COVER, words("{{ agency }}", "{{ agncy }}")),
    ("T41", COVER, words("{{ agency }}", "{{p agency }}")),
    ("T42", COVER, words("{{ agency }}", "{{ agency | upper }}")),
    ("T42", COVER, words("{{ agency }}", "{{ agency.__class__ }}")),
    ("T42", COVER, words("{{ agency }}", "{% if agency %}x{% endif %}")),
    ("T43", COVER, words("{{ agency }}", "{{ agency }")),
    ("T43", COVER, words("{{ agency }}", 'a {{ age</w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>ncy }}</w:t></w:r></w:hyperlink><w:r><w:t>')),
    ("T44", COVER, words("[[model page: text]]", "[[model page: text]]</w:t></w:r></w:p><w:p><w:r><w:t>[[model page: text]]")),
    ("T54", "word/_rels/document.xml.rels", words("</Relationships>", LINKED + "</Relationships>")),
    ("T54", "word/headerText.xml", words("<w:p>", '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;http://x.example/a.png&quot; "/></w:p><w:p>')),
    ("T54", "word/headerText.xml", words("<w:p>", "<w:p><w:r><w:instrText> DDE</w:instrText></w:r><w:r><w:instrText>AUTO c</w:instrText></w:r></w:p><w:p>")),
    ("T59", COVER, words("{{ eyebrow }}", '</w:t></w:r><w:ins w:id="1" w:author="x"><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:t>')),
    ("T44", COVER, words("[[model page: landscape]]", "nothing")),
    ("T45", "word/styles.xml", words('w:val="Lead"/>', 'w:val="Standfirst"/>')),
    ("T46", COVER, words("{{p body }}", "")),
    ("T47", COVER, words("{{p body }}", "Our plan: {{p body }}")),
    ("T47", COVER, words("[[model page: text]]", "[[model page: text]] of our own")),
    ("T47", COVER, words("{{p body }}", "[[chapter: plan]] [[chapter: path]]</w:t></w:r></w:p><w:p><w:r><w:t>{{p body }}")),
    ("T52", "word/headerText.xml", words("{{ place }}", "</w:t></w:r></w:p><w:p><w:r><w:t>[[chapter: plan]]</w:t></w:r></w:p><w:p><w:r><w:t>{{ place }}")),
    ("T52", COVER, words("{{ agency }}", "[[chapter: plan]]")),
    ("T53", COVER, words("{{p body }}", "[[chapter plan]]</w:t></w:r></w:p><w:p><w:r><w:t>{{p body }}")),
    ("T42", "word/headerText.xml", words("{{ running }}", "{{ cycler.__init__ }}")),
)  # fmt: skip


@pytest.mark.parametrize(("code", "part", "edit"), FLAWS)
def test_a_flaw_is_found_and_named(code: str, part: str, edit: Edit, tmp_path: Path) -> None:
    """Each kind of flaw has its code and a way out."""
    found = check_stationery(edited(tmp_path, part, edit))
    assert [(f.code, f.proposal is not None) for f in found] == [(code, True)]


def test_a_link_to_a_page_of_the_web_is_no_flaw(tmp_path: Path) -> None:
    """Only what is fetched when a document is opened is refused."""
    linked = LINKED.replace("relationships/image", "relationships/hyperlink")
    path = edited(tmp_path, "word/_rels/document.xml.rels", words("</Relationships>", linked + "</Relationships>"))

    assert check_stationery(path) == ()


def test_a_blank_of_the_agency_may_not_be_called_like_one_of_the_house(tmp_path: Path) -> None:
    """Nobody would know which of the two is printed."""
    path = edited(tmp_path, COVER, words("{{ eyebrow }}", "{{ eyebrow }} "))
    taken = {name: {"en": "x"} for name in ("agency", "body", "chapters_0", "slogan")}
    (found,) = check_stationery(path, own=OwnTexts("texts.toml", taken))

    assert (found.code, dict(found.message.values)["names"]) == ("T57", Verbatim("agency, body, chapters_0"))


def test_a_known_blank_of_the_agency_is_filled_with_its_text(tmp_path: Path) -> None:
    """Letter by letter: it is text, never markup."""
    path = edited(tmp_path, "word/footerText.xml", words("{{ footer }}", "{{ footer }} · {{ slogan }}"))
    content = render_word(specimen_document("it"), default_theme(), path, {"slogan": "<b>Aria & sole</b> {{ x }}"})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert " · &lt;b&gt;Aria &amp; sole&lt;/b&gt; {{ x }}" in archive.read("word/footerText.xml").decode()


def test_all_flaws_are_found_at_once(tmp_path: Path) -> None:
    """Nobody mends a file flaw by flaw."""
    path = edited(
        tmp_path, COVER, lambda x: x.replace("{{ agency }}", "{{ agncy }}").replace("[[model page: text]]", "{{ a.b }}")
    )
    assert {f.code for f in check_stationery(path)} == {"T41", "T42", "T44"}


@pytest.mark.parametrize("content", [b"", b"no zip", pack([deflate("word/document.xml", "<w:")])])
def test_what_is_no_word_file_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    """A picture with the wrong name, half a download."""
    path = tmp_path / "ours.docx"
    path.write_bytes(content)
    assert [f.code for f in check_stationery(path)] == ["T40"]


def test_a_file_that_unpacks_to_too_much_is_not_read(tmp_path: Path) -> None:
    """A small file may hold a mountain of zeros."""
    path = tmp_path / "ours.docx"
    path.write_bytes(pack([deflate("word/document.xml", b"\0" * (LIMIT + 1))]))
    assert [f.code for f in check_stationery(path)] == ["T40"]


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    """No traceback for a wrong name."""
    with pytest.raises(BrokenTemplateError) as refused:
        compile_stationery(tmp_path / "nothing.docx")
    assert [f.code for f in refused.value.findings] == ["T40"]


def test_a_mark_that_word_has_split_into_runs_is_filled(tmp_path: Path) -> None:
    """Word breaks words into runs where somebody typed twice; such marks are mended."""
    split = words("{{ agency }}", "{</w:t></w:r><w:r><w:t>{ age</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ncy }}")
    path = edited(tmp_path, COVER, split)
    document = specimen_document("it")
    cover = next(b for b in document.blocks if isinstance(b, Cover))
    assert plain(cover.organisation) in body(render_word(document, default_theme(), path))


def test_static_text_and_looks_of_an_agency_stay(tmp_path: Path) -> None:
    """What an agency wrote in its stationery is in every document."""
    path = edited(tmp_path, "word/footerText.xml", words("{{ footer }}", "Our own address · {{ footer }}"))
    with zipfile.ZipFile(io.BytesIO(render_word(specimen_document("it"), default_theme(), path))) as archive:
        assert "Our own address · " in archive.read("word/footerText.xml").decode()


def test_a_chapter_can_have_a_place_of_its_own(tmp_path: Path) -> None:
    """Static pages of an agency stand between chapters; no chapter is lost, none is said twice."""
    document = specimen_document("en")
    plan = next(b for b in document.blocks if getattr(b, "id", "") == "plan")
    rest = tuple(b for b in document.blocks if b is not plan)
    first = next(n for n, b in enumerate(rest) if isinstance(b, Chapter))
    ordered = replace(document, blocks=(*rest[:first], plan, *rest[first:]))  # as compose puts it by the same marks
    page = '<w:p><w:r><w:t>[[chapter: plan]]</w:t></w:r></w:p><w:p><w:r><w:t>Our own page</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t xml:space="preserve">{{p body }}'
    mark = '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t xml:space="preserve">{{p body }}'
    written = body(render_word(ordered, default_theme(), edited(tmp_path, COVER, words(mark, page))))
    titles = re.findall(r'<w:pStyle w:val="Heading1\w*"/>.*?</w:p>', written)
    order = [
        next(w for w in ("Overall", "Emission", "Action plan", "How these", "Note to", "Turin", "στα") if w in t) for t in titles
    ]
    assert order == ["Note to", "Turin", "Action plan", "Overall", "Emission", "στα", "How these"]
    assert written.index("Action plan</w:t>") < written.index("Our own page") < written.rindex("Overall")


def test_a_document_without_cover_has_none(tmp_path: Path) -> None:
    """The pages before the first model page belong to documents with a cover."""
    document = specimen_document("en")
    bare = replace(document, blocks=tuple(b for b in document.blocks if not isinstance(b, Cover)))
    assert "CoverStatus" not in body(render_word(bare, default_theme()))


def test_styles_that_word_renamed_are_found_by_name(tmp_path: Path) -> None:
    """A Word in Italian calls the style Heading1 Titolo1; its name stays."""
    path = edited(tmp_path, "word/styles.xml", lambda x: x.replace('"Heading1"', '"Titolo1"'))
    content = render_word(specimen_document("en"), default_theme(), path)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert '"Titolo1"' not in archive.read("word/styles.xml").decode()
    assert [p.text for p in docx.Document(io.BytesIO(content)).paragraphs if p.style.name == "Heading 1"]


def test_a_colour_of_the_theme_reaches_stationery_and_body() -> None:
    """What is still the house's colour becomes the theme's."""
    theme = default_theme()
    red = replace(theme, colours={**theme.colours, "primary": "#7A1022"})
    with zipfile.ZipFile(io.BytesIO(render_word(specimen_document("en"), red))) as archive:
        written = {n: archive.read(n).decode() for n in archive.namelist() if n.endswith(".xml")}
    assert "7A1022" in written["word/theme/theme1.xml"]
    assert [n for n, xml in written.items() if "0B4F5C" in xml] == []


def test_another_font_needs_no_light_face() -> None:
    """A theme names one family; its fallback is the substitute."""
    theme = replace(default_theme(), fonts=("Fira & Sons",), fallback_font="Arial")
    with zipfile.ZipFile(io.BytesIO(render_word(specimen_document("en"), theme))) as archive:
        table = archive.read("word/fontTable.xml").decode()
    assert re.findall(r'w:name="([^"]*)"><w:altName w:val="([^"]*)"', table) == [("Fira &amp; Sons", "Arial")]


def test_no_font_is_embedded() -> None:
    """Files stay small; the substitute is named."""
    with zipfile.ZipFile(io.BytesIO(render_word(specimen_document("en"), default_theme()))) as archive:
        assert [n for n in archive.namelist() if n.endswith((".odttf", ".ttf"))] == []
        assert 'w:altName w:val="Calibri"' in archive.read("word/fontTable.xml").decode()
