"""The translators' round: which messages are found, and what an update does to a catalogue."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from seapgen import resources
from seapgen.extraction.__main__ import main
from seapgen.extraction.messages import messages, of_chapter, of_module
from seapgen.localise.po import Found, entries, template, updated
from seapgen.model.message import Message

CODE = """
# NOTE: two words
a = msg("One {x}.", x=1)
b = nmsg("{n} act", "{n} acts", n=n, context="plan") if n else msg("No "
    "act")
c = other("No message")
"""


def test_messages_of_code_are_found_with_their_notes() -> None:
    """Plurals, contexts, texts over two lines; other calls are none."""
    assert list(of_module("a.py", CODE)) == [
        Found(Message("One {x}."), "a.py", "two words"),
        Found(Message("{n} act", "{n} acts", "plan"), "a.py"),
        Found(Message("No act"), "a.py"),
    ]


@pytest.mark.parametrize(
    "code", ["msg(text)", 'msg(f"One {x}")', 'nmsg("one", more, n=1)', 'msg("One", context=about)', "msg(1)"]
)
def test_a_text_that_is_no_literal_is_refused(code: str) -> None:
    """Translators would never see it."""
    with pytest.raises(ValueError, match=r"a\.py:1"):
        list(of_module("a.py", code))


def test_sentences_of_chapters_are_found_with_their_notes() -> None:
    """A note stands on the line before its sentence."""
    source = "{# NOTE: the sum #}\n{% trans %}Of {{ a.b }}.{% endtrans %}\n\n{% trans %}B.{% endtrans %}\n"

    assert list(of_chapter("c.md", source)) == [Found(Message("Of {b}."), "c.md", "the sum"), Found(Message("B."), "c.md")]


def test_the_house_has_messages_of_both_kinds() -> None:
    """A control: an empty list would pass every gate."""
    places = {found.place.partition("/")[0] for found in messages()}

    assert places == {"templates", "seapgen"}


def test_a_changed_source_makes_its_translation_fuzzy_and_a_lost_one_goes(tmp_path: Path) -> None:
    """So a translation never says what the source no longer says."""
    po = tmp_path / "seapgen.po"
    kept, changed, gone = (
        Message("This stays as it is."),
        Message("The council decides alone."),
        Message("Something else entirely, in many words."),
    )
    po.write_bytes(updated(po, "it", [Found(m, "x") for m in (kept, changed, gone)]))
    for message, text in ((kept, "Resta."), (changed, "Il Consiglio decide da solo."), (gone, "Altro.")):
        before = po.read_text(encoding="utf-8")
        po.write_text(
            before.replace(f'msgid "{message.text}"\nmsgstr ""', f'msgid "{message.text}"\nmsgstr "{text}"'), encoding="utf-8"
        )
    now = Message("The council decides all alone.")
    po.write_bytes(updated(po, "it", [Found(m, "x") for m in (kept, now)]))

    assert [entry.texts for entry in entries(po, "it", [kept, now])] == [("Resta.",), ()]
    assert "fuzzy" in po.read_text(encoding="utf-8")
    assert "entirely" not in po.read_text(encoding="utf-8")


def test_an_update_without_change_changes_no_byte(tmp_path: Path) -> None:
    """No dates, no line numbers: only words change a catalogue."""
    source = resources.folder("locales") / "it" / "LC_MESSAGES" / "seapgen.po"
    found = messages()
    po = tmp_path / "seapgen.po"
    po.write_bytes(updated(source, "it", found))

    assert updated(po, "it", found) == po.read_bytes()
    assert template(found) == template(found)


def test_the_template_in_the_repository_is_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever changes a text runs the extraction."""
    assert main(["--check"]) == 0, capsys.readouterr().out


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="needs gettext")
def test_catalogues_are_sound_for_other_peoples_tools() -> None:
    """A translator's editor can open and compile them."""
    for po in resources.folder("locales").glob("*/LC_MESSAGES/*.po"):
        done = subprocess.run(
            ["msgfmt", "--check-header", "--check-domain", "-o", "/dev/null", str(po)], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
