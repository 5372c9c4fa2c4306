"""The Word template that an agency would make for docxtpl, and the data that fill it.

Both come from a finished document of ours, so the peer prints the same words. The template has what docxtpl's manual shows:
fixed words with `{{ }}` in them, `{%p for %}` around paragraphs, `{%tr for %}` around rows, pictures. Nothing is in it that
a document would not need: no styles beyond Word's own, no conditions, no filters.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from docx import Document
from docx.document import Document as Template

from benchmarks.peers.finished import Grid, Line, Piece, lines

PICTURES = 6
HEADINGS = {
    "Heading1": 1,
    "Heading1Plain": 1,
    "Heading1Annex": 1,
    "Heading1Profile": 1,
    "TOCHeading": 1,
    "Heading2": 2,
    "Heading3": 3,
}
LISTS = {
    "ListBullet": "List Bullet", "CalloutList": "List Bullet", "ListNumber": "List Number", "CalloutNumber": "List Number",
    "TOC1": "Normal", "TOC2": "Normal",
}  # fmt: skip
OWN_WORDS = frozenset({"BodyText", "Lead", "CardText"})  # without figures they are texts of the data, not of the template
CARD = "ActionTitle"
FIGURE = re.compile(r"\S*\d\S*")  # a word with a digit is a value of the data

Data = dict[str, object]


@dataclass(frozen=True, slots=True)
class Filling:
    """A template as a file, the data for it, and how many pictures it has."""

    template: bytes
    data: Data
    pictures: int


def filling(pieces: Sequence[Piece]) -> Filling:
    """The template and data that give the words of these pieces."""
    maker = _Maker()
    maker.write(list(pieces))
    file = io.BytesIO()
    maker.template.save(file)
    return Filling(file.getvalue(), maker.data, min(maker.pictures, PICTURES))


@dataclass(slots=True)
class _Maker:
    """Writes the template from top to bottom, and puts every value into the data under a name of its own."""

    template: Template = field(default_factory=Document)
    data: Data = field(default_factory=dict)
    pictures: int = 0

    def write(self, pieces: list[Piece]) -> None:
        """Everything: cards come in one loop, neighbouring items of a list too."""
        self._page_heads()
        for kind, group in groupby(_with_cards(pieces), key=_kind):
            found = list(group)
            if kind == CARD:
                self._cards(found)
            elif kind in LISTS:
                self._list(LISTS[kind], [line.text for piece in found for line in lines(piece)])
            else:
                for piece in found:
                    self._table(piece) if isinstance(piece, Grid) else self._line(piece)

    def _page_heads(self) -> None:
        section = self.template.sections[0]
        section.header.paragraphs[0].text = "{{ title }}"
        section.footer.paragraphs[0].text = "{{ publisher }}"
        self.data |= {"title": "Sustainable Energy Action Plan", "publisher": "Energy Agency"}

    def _named(self, value: object) -> str:
        """The name under which a value is found."""
        name = f"v{len(self.data)}"
        self.data[name] = value
        return name

    def _line(self, line: Line) -> None:
        if line.is_picture:
            self.pictures += 1
            if self.pictures <= PICTURES:
                self.template.add_paragraph(f"{{{{ picture_{self.pictures} }}}}")
        elif line.style in HEADINGS:
            self.template.add_heading(line.text.strip(), HEADINGS[line.style])
        else:
            self.template.add_paragraph(self._words(line))

    def _words(self, line: Line) -> str:
        """A line of the template: fixed words with its figures as values, or one value."""
        if not FIGURE.search(line.text) and line.style in OWN_WORDS:
            return f"{{{{ {self._named(line.text)} }}}}"
        return FIGURE.sub(lambda found: f"{{{{ {self._named(found[0])} }}}}", line.text)

    def _list(self, style: str, items: list[str]) -> None:
        self.template.add_paragraph(f"{{%p for item in {self._named(items)} %}}")
        self.template.add_paragraph("{{ item }}", style=style)
        self.template.add_paragraph("{%p endfor %}")

    def _table(self, grid: Grid) -> None:
        if not grid.has_head:
            self._layout(grid)
            return
        head, *body = [[" ".join(line.text for line in cell) for cell in row] for row in grid.rows]
        keys = [f"c{n}" for n in range(len(head))]
        rows = [dict(zip(keys, [*row, *[""] * (len(keys) - len(row))], strict=True)) for row in body]
        self._rows(head, keys, self._named(rows))

    def _rows(self, head: Sequence[str], keys: Sequence[str], rows: str) -> None:
        """A table with a head and a loop over its rows."""
        table = self.template.add_table(rows=4 if head else 3, cols=len(keys), style="Table Grid")
        for cell, text in zip(table.rows[0].cells if head else (), head, strict=True):
            cell.text = text
        first, middle, last = table.rows[-3:]
        first.cells[0].text = f"{{%tr for row in {rows} %}}"
        for cell, key in zip(middle.cells, keys, strict=True):
            cell.text = f"{{{{ row.{key} }}}}"
        last.cells[0].text = "{%tr endfor %}"

    def _layout(self, grid: Grid) -> None:
        """A table of fixed size: labels and values."""
        columns = max(len(row) for row in grid.rows)
        table = self.template.add_table(rows=len(grid.rows), cols=columns)
        for row, cells in zip(table.rows, grid.rows, strict=True):
            for cell, content in zip(row.cells, cells, strict=False):
                cell.text = "\n".join(self._words(line) for line in content)

    def _cards(self, cards: Sequence[Piece]) -> None:
        """One loop over the actions: title, facts, texts."""
        actions = [_card(card) for card in cards if isinstance(card, Grid)]
        self.template.add_paragraph(f"{{%p for action in {self._named(actions)} %}}")
        self.template.add_heading("{{ action.title }}", 3)
        self._rows((), ("label", "value"), "action.facts")
        self.template.add_paragraph("{%p for text in action.texts %}")
        self.template.add_paragraph("{{ text }}")
        self.template.add_paragraph("{%p endfor %}")
        self.template.add_paragraph("{%p endfor %}")


def _with_cards(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, the title of an action put into the first row of its card."""
    title: Line | None = None
    for piece in pieces:
        if isinstance(piece, Line) and piece.style == CARD:
            title = piece
        elif title and isinstance(piece, Grid):
            yield Grid((((title,),), *piece.rows), has_head=False)
            title = None
        else:
            yield piece


def _kind(piece: Piece) -> str:
    """What goes into one loop with its neighbours."""
    if isinstance(piece, Line):
        return LISTS.get(piece.style, "") and piece.style
    first = next(lines(piece))
    return CARD if first.style == CARD else ""


def _card(card: Grid) -> dict[str, object]:
    """The data of an action: cells of two lines are a label with its value, others are texts."""
    (title,), *rows = card.rows
    cells = [cell for row in rows for cell in row if cell]
    facts = [cell for cell in cells if cell[0].style == "CardLabel"]
    texts = [line.text for cell in cells if cell[0].style != "CardLabel" for line in cell]
    pairs = [{"label": cell[0].text, "value": " ".join(line.text for line in cell[1:])} for cell in facts]
    return {"title": title[0].text, "facts": pairs, "texts": texts}
