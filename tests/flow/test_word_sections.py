"""Editable sections of finished Word files: all of them, each in its control, and known to be changed or not."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from seapgen.model.document import Section
from seapgen.model.inline import plain, walk
from tests.support.command import seapgen
from tests.support.places import TESTS
from tests.support.plans import plan
from tests.support.turin import LANGUAGES, TURIN, document
from tests.support.word_sections import alias, controls, marks_in, read_sections

SPECIMEN = TESTS / "programmes" / "specimen"
_CONTRACT = re.compile(
    r"council\.note|summary\.message|territory\.description|inventory\.(method|comment)|monitoring\.comment"
    r"|strategy\.(vision|commitment|organisation|staff|stakeholders|budget|financing|monitoring)|action\.A\d+\.(description|assumption)"
    r"|group\.[a-z0-9_-]+\.(vision|strategy|joint_actions|agency_view)"
)


@pytest.fixture(scope="session")
def specimen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the specimen's plans as Word files."""
    out = tmp_path_factory.mktemp("specimen")
    run = seapgen("build", str(SPECIMEN), "--out", str(out), "--format", "docx", "--draft", "--keep-going")
    assert list(out.rglob("*.docx")), run.stderr
    return out


def word(folder: Path, municipality: str, language: str) -> bytes:
    """The Word file of a plan."""
    return (folder / language / f"seap-{municipality}-{language}.docx").read_bytes()


def printed(source: object) -> list[str]:
    """Ids of the sections that a tree prints, in order."""
    return [node.id for node in walk(source) if isinstance(node, Section)]


def test_what_people_wrote_stands_in_controls(turin: Path) -> None:
    """Every section of the city's prose file can be edited in the Word file: none is printed without its control."""
    wanted = re.findall(r"^# (\S+)", (TURIN / "municipalities" / "turin" / "prose.it.md").read_text("utf-8"), re.MULTILINE)

    assert len(wanted) > 20
    assert set(wanted) <= {section.id for section in read_sections(word(turin, "turin", "it"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_default_sentences_stand_in_controls_too(turin: Path, language: str) -> None:
    """A section that nobody wrote is printed with sentences of ours; it is edited in the same way."""
    ours = {node.id for node in walk(document(language).blocks) if isinstance(node, Section) and not node.own}

    assert {"council.note", "summary.message", "strategy.commitment", "inventory.method"} <= ours
    assert ours <= {section.id for section in read_sections(word(turin, "turin", language))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_has_one_control_bookmark_and_entry(turin: Path, language: str) -> None:
    """Tag, bookmark and map say the same name, in the order of the document; the alias shows the title and the id."""
    content, tree = word(turin, "turin", language), document(language)
    sections = {node.id: node for node in walk(tree.blocks) if isinstance(node, Section)}
    found = read_sections(content)
    boxes = list(controls(content))

    assert [section.id for section in found] == printed(tree.blocks)
    assert [marks_in(box) for box in boxes] == [[section.name] for section in found]
    assert [box.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) for box in boxes] == [section.name for section in found]
    for box, section in zip(boxes, found, strict=True):
        title, _, id_ = alias(box).rpartition(" [")
        assert id_ == f"{section.id}]"
        assert plain(sections[section.id].title).startswith(title.rstrip("…"))


@pytest.mark.parametrize("municipality", ["montelago", "portoverde"])
def test_plans_of_the_specimen_know_their_sections(specimen: Path, municipality: str) -> None:
    """Detailed or sector totals, much text or none: the file has the sections of the tree, all of them in the contract."""
    tree = plan(SPECIMEN, municipality, "it")
    (path,) = specimen.rglob(f"seap-{municipality}-it.docx")
    found = [section.id for section in read_sections(path.read_bytes())]

    assert found == printed(tree.blocks)
    assert [id_ for id_ in found if not _CONTRACT.fullmatch(id_)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_and_names_of_controls_are_unique(turin: Path, language: str) -> None:
    """Word repairs a file, and takes a control away, where an id stands twice."""
    content = word(turin, "turin", language)
    ids = Counter(box.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for box in controls(content))
    names = Counter(section.name for section in read_sections(content))

    assert [key for key, n in (*ids.items(), *names.items()) if n > 1] == []
    assert all(re.fullmatch(r"seap_[0-9a-f]{8}", name) for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_finds_no_section_changed_in_a_new_file(turin: Path, language: str) -> None:
    """The hash of the words between the ends of each bookmark is the one in the map."""
    assert [s.id for s in read_sections(word(turin, "turin", language)) if s.is_changed] == []


@pytest.mark.parametrize("edited", ["council.note", "strategy.vision", "action.A07.assumption", "inventory.method"])
def test_one_edited_paragraph_changes_its_section_only(turin: Path, edited: str) -> None:
    """Somebody adds a word with another program, in a text of theirs, in a card, in sentences of ours."""
    content = word(turin, "turin", "it")
    (name,) = [s.name for s in read_sections(content) if s.id == edited]
    opened = docx.Document(io.BytesIO(content))
    box = next(b for b in opened.element.body.iter(qn("w:sdt")) if name in marks_in(b))
    letters = next(t for t in box.iter(qn("w:t")) if t.text and len(t.text) > 20)
    letters.text += " davvero"
    saved = io.BytesIO()
    opened.save(saved)

    assert [s.id for s in read_sections(saved.getvalue()) if s.is_changed] == [edited]
