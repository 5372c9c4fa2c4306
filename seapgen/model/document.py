"""The document: a tree of blocks between compose and render.

Every block is generic in what stands in its lines. `Block[Planned]` is an outline, made once for all languages;
`Block[Inline]` has met a language and can be rendered. The type checker refuses to render an outline.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeAlias

from seapgen.model.chart import Chart
from seapgen.model.inline import I_co, Inline

SHORT_TABLE_ROWS = 16  # up to here a table stays whole on a page


@dataclass(frozen=True)
class Fact(Generic[I_co]):
    """A label and its value."""

    label: tuple[I_co, ...]
    value: tuple[I_co, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A raster picture, already decoded, bounded and re-encoded without metadata. `credit` says whose it is and on what terms."""

    data: bytes
    width_px: int
    height_px: int
    credit: str
    form: Literal["png", "jpeg"] = "png"


@dataclass(frozen=True)
class Picture(Generic[I_co]):
    """A picture that belongs to a page, not to the text: it has an alternative text, and its credit stands in the imprint."""

    image: Image
    alt: tuple[I_co, ...]


@dataclass(frozen=True)
class Cover(Generic[I_co]):
    """The first page. `status` says that it is a draft; `foot` explains the stripe or provenance."""

    eyebrow: tuple[I_co, ...]  # "Covenant of Mayors"
    place: tuple[I_co, ...]
    title: tuple[I_co, ...]
    organisation: tuple[I_co, ...]  # who prepared it, printed at the top
    status: tuple[I_co, ...]
    facts: tuple[Fact[I_co], ...]
    foot: tuple[I_co, ...]
    crest: Picture[I_co] | None = None
    photo: Picture[I_co] | None = None


@dataclass(frozen=True)
class Signature(Generic[I_co]):
    """Who signs, and as what."""

    name: tuple[I_co, ...]
    role: tuple[I_co, ...]


@dataclass(frozen=True)
class Note(Generic[I_co]):
    """The note to the council: what is asked, by whom, until when. Opens a page."""

    id: str
    title: tuple[I_co, ...]
    eyebrow: tuple[I_co, ...]
    facts: tuple[Fact[I_co], ...]
    blocks: tuple[Block[I_co], ...]
    signatures: tuple[Signature[I_co], ...]


@dataclass(frozen=True)
class Contents(Generic[I_co]):
    """The list of contents; renderers make it from chapters and headings of level 2."""

    title: tuple[I_co, ...]


@dataclass(frozen=True)
class Chapter(Generic[I_co]):
    """A chapter; opens a page. `number` is "1", "A", or empty for a chapter without number."""

    id: str
    number: str
    title: tuple[I_co, ...]
    lead: tuple[I_co, ...]
    blocks: tuple[Block[I_co], ...]


@dataclass(frozen=True)
class Heading(Generic[I_co]):
    """A heading of level 2 or 3 inside a chapter; level 2 is numbered where the chapter is."""

    level: int
    children: tuple[I_co, ...]
    id: str
    number: str = ""


@dataclass(frozen=True)
class Paragraph(Generic[I_co]):
    """Prose."""

    children: tuple[I_co, ...]


@dataclass(frozen=True)
class Items(Generic[I_co]):
    """A list; every item holds blocks."""

    ordered: bool
    items: tuple[tuple[Block[I_co], ...], ...]


@dataclass(frozen=True)
class Column(Generic[I_co]):
    """A table column: its head, the unit under it, and whether it holds numbers. `width` is a share of the measure."""

    title: tuple[I_co, ...]
    unit: tuple[I_co, ...] = ()
    numeric: bool = False
    width: int = 10


@dataclass(frozen=True)
class Row(Generic[I_co]):
    """A table row; a group row has one cell that spans the table."""

    cells: tuple[tuple[I_co, ...], ...]
    kind: Literal["body", "group", "subtotal", "total"] = "body"


@dataclass(frozen=True)
class Table(Generic[I_co]):
    """A grid; one in a free text has no id, caption and number. `landscape` tables turn the page."""

    id: str
    caption: tuple[I_co, ...]
    columns: tuple[Column[I_co], ...]
    rows: tuple[Row[I_co], ...]
    notes: tuple[tuple[I_co, ...], ...] = ()
    source: tuple[I_co, ...] = ()
    landscape: bool = False
    number: str = ""


@dataclass(frozen=True)
class FigureBlock(Generic[I_co]):
    """A chart or picture with its caption, alternative text, source, and notes on how it is to be read."""

    id: str
    caption: tuple[I_co, ...]
    alt: tuple[I_co, ...]
    content: Chart[I_co] | Image
    source: tuple[I_co, ...] = ()
    number: str = ""
    notes: tuple[tuple[I_co, ...], ...] = ()


@dataclass(frozen=True)
class FigurePair(Generic[I_co]):
    """Two small figures side by side."""

    left: FigureBlock[I_co]
    right: FigureBlock[I_co]


@dataclass(frozen=True)
class Tile(Generic[I_co]):
    """A key figure: label, the figure (role chart, scaled), and a small note."""

    label: tuple[I_co, ...]
    figure: I_co
    note: tuple[I_co, ...] = ()


@dataclass(frozen=True)
class Tiles(Generic[I_co]):
    """A band of two to four key figures."""

    id: str
    tiles: tuple[Tile[I_co], ...]


@dataclass(frozen=True)
class Callout(Generic[I_co]):
    """A boxed remark."""

    title: tuple[I_co, ...]
    blocks: tuple[Block[I_co], ...]


@dataclass(frozen=True)
class ActionCard(Generic[I_co]):
    """One action on a card; `description` holds sections that a person may edit, `mark` names texts of the library."""

    id: str  # action-A01
    code: str
    title: tuple[I_co, ...]
    status: tuple[I_co, ...]
    is_done: bool
    facts: tuple[Fact[I_co], ...]
    description: tuple[Block[I_co], ...]
    yields: tuple[Tile[I_co], ...]
    mark: tuple[I_co, ...] = ()


@dataclass(frozen=True)
class Profile(Generic[I_co]):
    """A municipality at a glance: facts beside text, then figures. Opens a page on a light field."""

    id: str
    title: tuple[I_co, ...]
    eyebrow: tuple[I_co, ...]
    lead: tuple[I_co, ...]
    facts: tuple[Fact[I_co], ...]
    text: tuple[Block[I_co], ...]
    blocks: tuple[Block[I_co], ...]
    crest: Picture[I_co] | None = None


@dataclass(frozen=True)
class Section(Generic[I_co]):
    """What one person may edit in data, Word and web under one id; `own` is false for default sentences of ours.

    `language` differs from the document's where a draft prints the language of reference (`draft`).
    """

    id: str
    title: tuple[I_co, ...]  # the alias a person sees in Word
    language: str
    own: bool
    blocks: tuple[Block[I_co], ...]
    draft: bool = False


@dataclass(frozen=True)
class LanguagePart(Generic[I_co]):
    """A part in another language, with its own fixed words."""

    language: str
    labels: Labels[I_co]
    blocks: tuple[Block[I_co], ...]


@dataclass(frozen=True)
class Imprint(Generic[I_co]):
    """Who made this, with whose money, when; the last page. `logos` are those of the funding."""

    title: tuple[I_co, ...]
    entries: tuple[Fact[I_co], ...]
    logos: tuple[Picture[I_co], ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""


Block: TypeAlias = (
    Cover[I_co] | Note[I_co] | Contents[I_co] | Chapter[I_co] | Heading[I_co] | Paragraph[I_co] | Items[I_co] | Table[I_co]
    | FigureBlock[I_co] | FigurePair[I_co] | Tiles[I_co] | Callout[I_co] | ActionCard[I_co] | Profile[I_co] | Section[I_co]
    | LanguagePart[I_co] | Imprint[I_co] | PageBreak
)  # fmt: skip
BLOCKS: tuple[type, ...] = (
    Cover, Note, Contents, Chapter, Heading, Paragraph, Items, Table, FigureBlock, FigurePair, Tiles, Callout, ActionCard,
    Profile, Section, LanguagePart, Imprint, PageBreak,
)  # fmt: skip


@dataclass(frozen=True)
class Labels(Generic[I_co]):
    """Fixed words that renderers set beside numbers and links."""

    figure: tuple[I_co, ...]
    table: tuple[I_co, ...]
    source: tuple[I_co, ...]
    contents: tuple[I_co, ...]
    note: tuple[I_co, ...]
    page: tuple[I_co, ...]
    skip_to_content: tuple[I_co, ...]
    back_to_text: tuple[I_co, ...]
    show_numbers: tuple[I_co, ...]  # "Show the numbers as a table"
    category: tuple[I_co, ...]  # head of the first column of a chart's table
    value: tuple[I_co, ...]
    share: tuple[I_co, ...]
    total: tuple[I_co, ...]
    year: tuple[I_co, ...]
    other_formats: tuple[I_co, ...]  # "Also as"
    language: tuple[I_co, ...]
    sectors_key: tuple[I_co, ...]  # what the stripe shows
    draft_text: tuple[I_co, ...]  # "not yet translated"


@dataclass(frozen=True)
class StripePart(Generic[I_co]):
    """One field of the stripe: a sector's share of energy-related emissions."""

    name: tuple[I_co, ...]
    share: I_co
    tone: int


@dataclass(frozen=True)
class Document(Generic[I_co]):
    """A whole document. `tag` is its BCP 47 language; `scope` the municipality, group or agency it is about."""

    product: str  # seap, strategy, recommendations, publication
    scope: str
    language: str
    tag: str
    title: tuple[I_co, ...]
    author: tuple[I_co, ...]  # the organisation; never a person or a machine
    description: tuple[I_co, ...]
    keywords: tuple[str, ...]
    issued: date
    running: tuple[I_co, ...]  # header of every page
    footer: tuple[I_co, ...]
    labels: Labels[I_co]
    stripe: tuple[StripePart[I_co], ...]
    blocks: tuple[Block[I_co], ...]


Localised: TypeAlias = "Document[Inline]"
