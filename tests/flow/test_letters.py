"""The house's letters for a full, a middling and a thin return, and the post that brings them."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from seapgen.exchange.letters.letter import LetterTemplate, fill
from seapgen.exchange.letters.make_templates import TAGS, letter_bytes, sources
from seapgen.letters.post import write_letters
from seapgen.letters.trial import letter_findings
from seapgen.localise.language import load_language
from seapgen.model.errors import BrokenTemplateError, InvalidInputError, LockedError, MissingTranslationError
from seapgen.model.finding import Severity
from seapgen.model.order import LetterOrder, Order
from seapgen.pipeline import build
from seapgen.publish.lock import lock
from tests.support.places import EXAMPLES, ROOT, TESTS
from tests.support.validators import ooxml_problems
from tests.support.word_letters import DRESS, FOLDERS, facts, paragraphs, studied, text_of, word_file

LETTERS = ("council-resolution", "covering-letter")
LANGUAGES = ("en", "it")
BOTH = LetterOrder(languages=LANGUAGES)
TURIN = EXAMPLES / "turin"
MINIMAL = TESTS / "programmes" / "minimal"
CASES = [(town, language, letter) for town in FOLDERS for language in LANGUAGES for letter in LETTERS]


@pytest.fixture(scope="module")
def posted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the letters of both programmes in both languages."""
    out = tmp_path_factory.mktemp("post")
    for folder in dict.fromkeys(FOLDERS.values()):
        write_letters(folder, out / folder.name, BOTH)
    return out


def letter(posted: Path, town: str, language: str, name: str) -> bytes:
    """A finished letter."""
    return (posted / FOLDERS[town].name / f"letters/{town}/{language}/{name}-{town}-{language}.docx").read_bytes()


def words(content: bytes) -> str:
    """All that a letter says, with spaces as they are."""
    return text_of(content)


@pytest.mark.parametrize(("town", "language", "name"), CASES)
def test_no_mark_and_no_empty_blank_is_left(posted: Path, town: str, language: str, name: str) -> None:
    """No brace, no None, no doubled space, no space before a full stop: also in head, foot and properties."""
    with zipfile.ZipFile(io.BytesIO(letter(posted, town, language, name))) as package:
        said = [re.sub(r"<[^>]+>", "|", package.read(n).decode()) for n in package.namelist() if n.endswith(".xml")]

    assert [] == [
        found for text in said for found in re.findall(r".{0,20}(?:[{}]|\bNone\b|[^|]  +[^|]| [.,;:](?!\w)|\(\)|“”).{0,20}", text)
    ]


@pytest.mark.parametrize(("town", "language", "name"), CASES)
def test_key_figures_are_those_of_the_results(posted: Path, town: str, language: str, name: str) -> None:
    """Energy, emissions, target, reduction, cost and gap stand in each letter as the language prints them, where there are any."""
    said, spoken = words(letter(posted, town, language, name)), load_language(language)
    results = studied(FOLDERS[town]).results.municipalities[town]
    year = {"turin": 2019, "montelago": 2010, "portoverde": 2008}[town]
    target = {"turin": 2030}.get(town, 2020)
    paths = [
        f"inventory.{year}.energy_mwh",
        f"inventory.{year}.emissions_energy_t",
        f"target.{target}.reduction_t",
        f"target.{target}.gap_t",
        f"plan.{target}.reduction_t",
    ]
    figures = [f for p in paths if (f := results.get(p)) is not None]

    assert len(figures) == (5 if town != "portoverde" else 3)
    assert [] == [spoken.figure(f).text for f in figures if spoken.figure(f).text not in said]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_resolution_lists_every_action(posted: Path, language: str) -> None:
    """Twelve rows with title, period, cost and avoided emissions, and the totals of the plan."""
    said = words(letter(posted, "turin", language, "council-resolution")).splitlines()
    actions = facts("turin", language).actions

    assert 12 == len(actions)
    for action in actions:
        assert action.cost and action.reduction
        at = said.index(str(action.id))
        assert [str(action.title), str(action.period), str(action.cost.table), str(action.reduction.table)] == said[
            at + 1 : at + 5
        ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_thin_return_promises_no_plan(posted: Path, language: str) -> None:
    """Without actions the council takes note of the inventory and asks for actions; no cost, no list, no adoption."""
    said = words(letter(posted, "portoverde", language, "council-resolution"))

    assert {"en": "to take note of the baseline emission inventory", "it": "di prendere atto dell’inventario di base"}[
        language
    ] in said
    assert {"en": "to adopt", "it": "di approvare"}[language] not in said
    assert "€" not in said


def test_invented_data_are_called_so(posted: Path) -> None:
    """Turin's inventory is real and its plan is not; Montelago is no place at all. Each letter says so."""
    for language, (real, invented) in {
        "en": ("The inventory is real", "are invented"),
        "it": ("L’inventario è reale", "sono inventati"),
    }.items():
        for name in LETTERS:
            assert real in words(letter(posted, "turin", language, name))
            assert invented in words(letter(posted, "montelago", language, name))


@pytest.mark.parametrize("town", FOLDERS)
def test_letters_are_the_same_every_time(posted: Path, town: str, tmp_path: Path) -> None:
    """A second post into another folder gives the same bytes."""
    write_letters(FOLDERS[town], tmp_path, LetterOrder((town,), LANGUAGES))
    names = [f"letters/{town}/{language}/{name}-{town}-{language}.docx" for _, language, name in CASES[:4]]

    assert 4 == len(names)
    for name in names:
        assert (posted / FOLDERS[town].name / name).read_bytes() == (tmp_path / name).read_bytes()


def test_the_script_writes_the_letters_of_the_house() -> None:
    """The committed Word files are those of the sources beside the script, to the last byte."""
    found = [(language, path) for language, path in sources()]

    assert len(LETTERS) * len(LANGUAGES) == len(found)
    for language, path in found:
        there = ROOT / "templates" / "letters" / language / f"{path.stem}.docx"
        assert letter_bytes(path.read_text(encoding="utf-8"), TAGS[language]) == there.read_bytes(), path.name


@pytest.mark.slow
@pytest.mark.parametrize(("town", "language", "name"), CASES)
def test_letters_are_valid_word_files(posted: Path, town: str, language: str, name: str) -> None:
    """Microsoft's Open XML SDK finds nothing."""
    path = posted / FOLDERS[town].name / f"letters/{town}/{language}/{name}-{town}-{language}.docx"

    assert [] == ooxml_problems(path)


@pytest.fixture
def programme(tmp_path: Path) -> Path:
    """A copy of the two towns with an agency that may have letters."""
    folder = tmp_path / "programme"
    shutil.copytree(FOLDERS["montelago"], folder)
    return folder


def drop(folder: Path, name: str, *lines: str) -> Path:
    """Drop a letter into the agency's folder."""
    path = folder / "agencies/adria-agency/letters/it" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(word_file(paragraphs(*lines)))
    return path


def test_a_letter_that_is_dropped_in_is_there(programme: Path, tmp_path: Path) -> None:
    """An agency's own letter is written beside those of the house, for every municipality of the agency."""
    drop(programme, "notice-of-meeting.docx", "Convocazione {{ place.of }}")
    written = write_letters(programme, tmp_path / "out", LetterOrder(letters=("notice-of-meeting",))).written

    assert [f"letters/{t}/it/notice-of-meeting-{t}-it.docx" for t in ("montelago", "portoverde")] == sorted(written)
    assert "Convocazione del Comune di Montelago" == words((tmp_path / "out" / sorted(written)[0]).read_bytes()).strip()


def test_an_agencys_letter_takes_the_place_of_the_houses(programme: Path, tmp_path: Path) -> None:
    """The file of the same name wins; the other letter stays the house's."""
    drop(programme, "covering-letter.docx", "Our own words.")
    write_letters(programme, tmp_path / "out", LetterOrder(("montelago",)))
    there = tmp_path / "out/letters/montelago/it"

    assert "Our own words." == words((there / "covering-letter-montelago-it.docx").read_bytes()).strip()
    assert "DELIBERA" in words((there / "council-resolution-montelago-it.docx").read_bytes())


def test_the_houses_letters_wear_the_agencys_look(programme: Path, tmp_path: Path) -> None:
    """Colours and logo of the agency's theme are in the letter, with an alternative text; the house's colour is not."""
    from PIL import Image

    home = programme / "agencies/adria-agency"
    (home / "theme.toml").write_text('logo = "logo.png"\n[colours]\nprimary = "#7A1F3D"\n', encoding="utf-8")
    Image.new("RGB", (300, 120), "navy").save(home / "logo.png")
    write_letters(programme, tmp_path / "out", LetterOrder(("montelago",), letters=("covering-letter",)))
    path = tmp_path / "out/letters/montelago/it/covering-letter-montelago-it.docx"
    with zipfile.ZipFile(path) as package:
        xml = "".join(package.read(n).decode() for n in package.namelist() if n.startswith("word/") and n.endswith(".xml"))

    assert ("7A1F3D" in xml, "0B4F5C" in xml) == (True, False)
    assert 'descr="Agenzia di sviluppo Adria"' in xml
    assert [n for n in zipfile.ZipFile(path).namelist() if n.endswith(".png")]


def test_one_faulty_letter_stops_all(programme: Path, tmp_path: Path) -> None:
    """All or none: nothing is written, and all faults of all municipalities are told."""
    drop(programme, "bad.docx", "{{ covenant.signed_on }} {{ plan.count }}", "{{ plan.cost }}")
    with pytest.raises(BrokenTemplateError) as caught:
        write_letters(programme, tmp_path / "out", LetterOrder())

    assert [("T64", "portoverde")] == [(f.code, f.municipality) for f in caught.value.findings]
    assert not (tmp_path / "out").exists()


def test_what_is_free_of_errors_is_written_if_asked(programme: Path, tmp_path: Path) -> None:
    """`--keep-going` leaves out the letter with the fault, and says so."""
    drop(programme, "bad.docx", "{{ plan.count }}")
    done = write_letters(programme, tmp_path / "out", LetterOrder(keep_going=True))

    assert 5 == len(done.written)
    assert ["T64"] == [f.code for f in done.findings]


def test_errors_of_the_data_stop_the_letters_of_that_municipality(programme: Path, tmp_path: Path) -> None:
    """What stops a town's draft stops its letters; the other town's are written where only they are asked for."""
    table = programme / "municipalities/montelago/consumption.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("MWh", "barrels", 1), encoding="utf-8")
    with pytest.raises(InvalidInputError) as caught:
        write_letters(programme, tmp_path / "out", LetterOrder())

    assert {"montelago"} == {f.municipality for f in caught.value.findings}
    assert 2 == len(write_letters(programme, tmp_path / "out", LetterOrder(("portoverde",))).written)


def test_a_letter_that_somebody_edited_is_left(programme: Path, tmp_path: Path) -> None:
    """A filled-in date is not written over, but for --force; the finding names the file."""
    order, path = LetterOrder(("portoverde",)), "letters/portoverde/it/council-resolution-portoverde-it.docx"
    write_letters(programme, tmp_path / "out", order)
    (tmp_path / "out" / path).write_bytes(b"with a date")
    again = write_letters(programme, tmp_path / "out", order)

    assert ((path,), (), ["R14"]) == (again.kept, again.written, [f.code for f in again.findings])
    assert b"with a date" == (tmp_path / "out" / path).read_bytes()
    assert (path,) == write_letters(programme, tmp_path / "out", LetterOrder(("portoverde",), force=True)).written


def test_a_second_post_writes_nothing(programme: Path, tmp_path: Path) -> None:
    """Letters that are still right are reused."""
    first = write_letters(programme, tmp_path / "out", LetterOrder())
    second = write_letters(programme, tmp_path / "out", LetterOrder())

    assert (sorted(first.written), ()) == (sorted(second.reused), second.written)


def test_letters_of_a_municipality_that_left_go(programme: Path, tmp_path: Path) -> None:
    """What nobody can ask for any more is removed, unless somebody edited it."""
    write_letters(programme, tmp_path / "out", LetterOrder())
    mine = tmp_path / "out/letters/portoverde/it/covering-letter-portoverde-it.docx"
    mine.write_bytes(b"mine")
    shutil.rmtree(programme / "municipalities/portoverde")
    head = programme / "programme.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("[montelago, portoverde]", "[montelago]"), encoding="utf-8")
    removed = write_letters(programme, tmp_path / "out", LetterOrder()).removed

    assert ("letters/portoverde/it/council-resolution-portoverde-it.docx",) == removed
    assert mine.read_bytes() == b"mine"


def test_build_and_letters_leave_each_other_alone(tmp_path: Path) -> None:
    """A build after the letters removes none of them, and the letters remove no document."""
    order = Order(formats=("html",))
    build(MINIMAL, tmp_path, order)
    write_letters(MINIMAL, tmp_path, LetterOrder())
    again = build(MINIMAL, tmp_path, order)

    assert ((), ("seap/town/en/seap-town-en.html",)) == (again.removed, again.reused)
    assert 2 == len(write_letters(MINIMAL, tmp_path, LetterOrder()).reused)


def test_letters_wait_for_no_build(tmp_path: Path) -> None:
    """While a build holds the folder, letters are refused."""
    with lock(tmp_path / "out"), pytest.raises(LockedError):
        write_letters(MINIMAL, tmp_path / "out", LetterOrder())


def test_a_language_without_letters_is_a_missing_translation(programme: Path, tmp_path: Path) -> None:
    """The finding names the folder to drop one into."""
    for town in ("montelago", "portoverde"):
        head = programme / f"municipalities/{town}/municipality.yaml"
        head.write_text(head.read_text(encoding="utf-8").replace("languages: [it]", "languages: [it, hr]"), encoding="utf-8")
    with pytest.raises((MissingTranslationError, InvalidInputError)) as caught:
        write_letters(programme, tmp_path / "out", LetterOrder(("portoverde",)))

    assert {"hr"} <= {str(value.text) for f in caught.value.findings for _, value in f.message.values if hasattr(value, "text")}


def test_names_of_letters_are_plain(programme: Path) -> None:
    """A name that makes no file name is a finding; what Word leaves lying about is none."""
    for name in ("Letter to Mayor.docx", "~$covering-letter.docx", "notes.txt"):
        drop(programme, name, "x")
    found = [(f.code, f.source.file) for f in letter_findings(programme)]

    assert [("T68", "agencies/adria-agency/letters/it/Letter to Mayor.docx")] == found


def test_the_trial_finds_what_a_return_does_not_have(programme: Path) -> None:
    """An error where a municipality of the programme has no such value, a warning where only a bare return would lack it."""
    wanted = {
        "{{ plan.cost }}": ("T64", Severity.ERROR),
        "{{ inventory.energy }}": ("T64", Severity.WARNING),
        "{{ lipsum }}": ("T63", Severity.ERROR),
        "{% if plan %}": ("T62", Severity.ERROR),
        "{% if plan %}{{ plan.cots }}{% endif %}": ("T63", Severity.ERROR),
    }
    for n, line in enumerate(wanted):
        drop(programme, f"own{n}.docx", line)

    assert list(wanted.values()) == [(f.code, f.severity) for f in letter_findings(programme)]


def test_the_letters_of_the_house_pass_their_trial() -> None:
    """No finding for the example, for the two towns, and for a return that says nothing."""
    assert () == letter_findings()
    assert () == letter_findings(FOLDERS["montelago"])


def test_the_letter_of_a_loop_of_a_thousand_million_is_refused_at_once() -> None:
    """There is no range, so there is nothing to wait for."""
    with pytest.raises(BrokenTemplateError):
        fill(LetterTemplate("x.docx", word_file(paragraphs("{% for x in range(1000000000) %}x{% endfor %}"))), facts(), DRESS)
