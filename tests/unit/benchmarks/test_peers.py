"""The peers of the benchmarks say what we say, and the scripts that measure and write the page run."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from benchmarks import page, profile, result, word
from benchmarks.clock import in_turns
from benchmarks.peers.finished import words
from benchmarks.subjects import PORTOVERDE, another, subject
from benchmarks.word import DifferentWordsError, Rivals, rivals


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Rivals:
    """The specimen's small plan, and the peer's template for it."""
    return rivals(subject(*PORTOVERDE), tmp_path_factory.mktemp("peer"), "portoverde")


def test_the_peers_document_has_the_words_of_ours(pair: Rivals) -> None:
    """Every word as often, and there are many."""
    ours, theirs = words(pair.ours()), words(pair.peers())

    assert ours == theirs
    assert ours.total() > 1000


def test_another_word_in_the_peers_document_stops_the_benchmark(
    pair: Rivals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One word more, and nothing is measured."""
    monkeypatch.setattr(Rivals, "peers", lambda self: with_a_word_more(self.ours()))

    with pytest.raises(DifferentWordsError, match="surplus"):
        rivals(pair.subject, tmp_path, "portoverde")


def with_a_word_more(docx: bytes) -> bytes:
    """A Word file with another paragraph."""
    paragraph = b"<w:p><w:r><w:t>surplus</w:t></w:r></w:p>"
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"<w:body>", b"<w:body>" + paragraph) if name == "word/document.xml" else content)
    return made.getvalue()


def test_the_peers_template_loops_over_its_tables_and_has_pictures(pair: Rivals) -> None:
    """As an agency would write it; otherwise it would be no peer."""
    with zipfile.ZipFile(io.BytesIO(pair.filling.template)) as package:
        body = package.read("word/document.xml").decode()

    assert body.count("{%tr for") == body.count("{%tr endfor") > 3
    assert "{%p for" in body
    assert "{{ picture_1 }}" in body


def test_another_plan_shares_no_quantity_and_no_free_text_with_the_first() -> None:
    """What was laid out for one cannot be used again for the other."""
    first, second = (another(subject(*PORTOVERDE), n).about.programme.municipality("portoverde") for n in (1, 2))

    assert first and second
    assert not {r.quantity for r in first.consumption if r.quantity} & {r.quantity for r in second.consumption if r.quantity}
    assert not {t for by in first.texts.values() for t in by.values()} & {t for by in second.texts.values() for t in by.values()}


def test_the_measuring_itself_runs(pair: Rivals) -> None:
    """One run of each, and tables of it."""
    found = word.measure([pair, pair])
    shares = profile.by_module(pair.subject.tree)

    assert ["ours", "ours with tree", "docxtpl"] == list(found)
    assert "docxtpl" in word.table(found, "0").plain()
    assert isinstance(shares, list)


def test_rivals_are_measured_in_turns_and_the_first_round_is_not_counted() -> None:
    """A noisy minute meets both."""
    called: list[str] = []
    found = in_turns({"a": lambda run: called.append(f"a{run}"), "b": lambda run: called.append(f"b{run}")}, 2)

    assert called == ["a0", "b0", "a1", "b1", "a2", "b2"]
    assert [2, 2] == [len(m.seconds) for m in found.values()]


def test_the_page_gets_every_table_between_its_marks() -> None:
    """What was there goes, prose stays."""
    old = "Prose.\n<!-- measured: machine -->\nx\n<!-- end -->\n<!-- measured: tree -->\nold\n<!-- end -->\nMore.\n"
    new = page.with_tables(old, [result.Table("tree", "", ("a", "b"), (("c", "1"),))], "A machine.")

    assert new == (
        "Prose.\n<!-- measured: machine -->\n\nA machine.\n\n<!-- end -->\n"
        "<!-- measured: tree -->\n\n| a | b |\n| --- | ---: |\n| c | 1 |\n\n<!-- end -->\nMore.\n"
    )


def test_the_page_has_a_place_for_every_table() -> None:
    """And the tables of the page are those that are measured."""
    names = {"machine", "limits", "tree", "steps", "word", "pdf", "modules", "blocks"}
    names |= {"programme", "programme-machine", "programme-limits", "cell", "kills"}
    text = page.PAGE.read_text(encoding="utf-8")

    assert all(f"<!-- measured: {name} -->" in text for name in names)
    with pytest.raises(ValueError, match="unknown"):
        page.with_tables(text, [result.Table("unknown", "", ("a",), ())], "")


@pytest.mark.parametrize(("measured", "verdict"), [(0.04, "met, stretch too"), (0.1, "met"), (0.2, "**missed**")])
def test_a_promise_is_met_or_missed(measured: float, verdict: str) -> None:
    """And it says which."""
    assert result.Limit("x", measured, 1 / 6, 1 / 20, "").row()[-1] == verdict
