"""Marks that Word or the filling would lose are told before a letter is filled."""

from __future__ import annotations

import pytest

from seapgen.exchange.letters.letter import LetterTemplate, check_letter
from tests.support.word_letters import filled, paragraphs, template, word_file

LINK = '<w:p><w:r><w:t>{{ pla</w:t></w:r><w:hyperlink w:anchor="x"><w:r><w:t>ce }}</w:t></w:r></w:hyperlink></w:p>'
RUNS = "<w:p><w:r><w:t>{{ pla</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ce.of }}</w:t></w:r></w:p>"
TRACKED = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>{{</w:t></w:r></w:ins><w:r><w:t> place }}</w:t></w:r></w:p>'


def codes(body: str, more: dict[str, bytes | str] | None = None) -> list[str]:
    """The codes of what is wrong with a letter of this body."""
    return [f.code for f in check_letter(LetterTemplate("x.docx", word_file(body, more)))]


def row(*cells: str) -> str:
    """A row of a table."""
    return "<w:tr>" + "".join(f"<w:tc>{paragraphs(c)}</w:tc>" for c in cells) + "</w:tr>"


@pytest.mark.parametrize(
    "body",
    [
        LINK,
        TRACKED,
        paragraphs("{{ place", ".of }}"),
        paragraphs("{% if plan %}", "x", "{% endif %}"),
        paragraphs("Words that would vanish {%p if plan %}", "x", "{%p endif %}"),
        paragraphs("{{p place }}"),
        paragraphs("{{r place }}"),
        paragraphs("{%tr for a in actions %}", "{%tr endfor %}"),
        "<w:tbl>" + row("{%tr for a in actions %}", "lost") + row("x", "y") + row("{%tr endfor %}", "") + "</w:tbl>",
        paragraphs("{% endif %}{% if plan %}"),
    ],
)
def test_a_mark_that_would_be_lost_is_a_finding(body: str) -> None:
    """Torn by a link or a tracked change, over two paragraphs, or beside words that it would take with it: T62."""
    assert {"T62"} == set(codes(body))


def test_marks_over_plain_runs_are_mended() -> None:
    """Word spreads what was typed over runs; docxtpl puts it together again."""
    assert [] == codes(RUNS)


def test_a_mark_where_nobody_fills_it_is_a_finding() -> None:
    """Comments and endnotes are not filled."""
    note = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"><w:p><w:r><w:t>{{ place }}</w:t></w:r></w:p></w:comment></w:comments>'

    assert ["T62"] == codes(paragraphs("x"), {"word/comments.xml": note})


def test_a_paragraph_mark_takes_its_paragraph_only() -> None:
    """What decides about paragraphs leaves no empty line behind."""
    assert "A\nB" == filled("A", "{%p if plan %}", "B", "{%p endif %}", "{%p if group %}", "C", "{%p endif %}").strip()


def test_rows_are_repeated() -> None:
    """A table has a row for each action, in the order of their ids."""
    from seapgen.exchange.letters.letter import fill
    from tests.support.word_letters import DRESS, facts, text_of

    body = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
        + row("{%tr for a in actions %}")
        + row("{{ a.id }}")
        + row("{%tr endfor %}")
        + "</w:tbl>"
    )
    found = text_of(fill(LetterTemplate("x.docx", word_file(body + paragraphs(""))), facts(), DRESS)).split()

    assert [f"A{n:02}" for n in range(1, 13)] == found


def test_a_finding_names_file_and_part() -> None:
    """Whoever opens the template finds the place."""
    (found,) = check_letter(template("{{ plce }}"))

    assert ("letters/it/test.docx", "word/document.xml") == (found.source.file, found.source.sheet)
