"""The values of a stationery's blanks."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from seapgen.model.document import Cover, Fact, Image, Localised
from seapgen.model.inline import Inline, Text, plain
from seapgen.model.theme import Theme
from seapgen.render.svg.labelling import Frame
from seapgen.render.svg.lettering import width_of
from seapgen.render.word.figures import Figures
from seapgen.render.word.inlines import Inlines, Look
from seapgen.render.word.palette import WHITE, Palette
from seapgen.render.word.shapes import BAND_MM, COVER_BAND_MM, COVER_FIELD_MM, FIELD_MM, PAGE_WIDTH_MM, stripe
from seapgen.render.word.wordml import BLANK, BREAK, MEASURE, cell, clean, margin, paragraph, row, shares, table, twips

_COVER_STRIPE, _STRIPE = 9200, 9100  # ids of their drawings
_LONG_PLACE, _SMALLER = 400, 84  # points that a place may take at 60 pt; half-points of a longer one
_LOGO_MM, _LOGO_HIGH_MM, _PLATE_MM = 40.0, 11.0, 1.5
_PHOTO_TOP_MM, _PHOTO_MM = 36.0, 78.0
_CREST_MM, _CREST_WIDEST_MM, _CREST_DOWN_MM, _EDGE_MM = 26.0, 40.0, 45.0, 186.0
_ANY_HEIGHT = '<w:spacing w:line="240" w:lineRule="auto"/>'  # a line of one height would cut the picture
_IN_A_ROW = 3
_BELOW_KEY = 300  # twips between the key of the stripe and the facts


def blanks(document: Localised, cover: Cover[Inline] | None, palette: Palette) -> dict[str, str]:
    """Words of all blanks, and the markup of those that stand for a run or for paragraphs without parts of their own."""
    shown = cover or Cover[Inline]((), (), (), (), (), (), ())
    words = {
        "agency": shown.organisation or document.author, "place": shown.place, "title": shown.title, "full_title": document.title,
        "eyebrow": shown.eyebrow, "status": shown.status, "foot": shown.foot, "running": document.running,
        "footer": document.footer, "description": document.description,
    }  # fmt: skip
    issued = f"{document.issued.isoformat()}T00:00:00Z"
    values = {name: Markup(_spelt(line)) for name, line in words.items()}
    return {
        **values, "keywords": Markup(clean(", ".join(document.keywords))), "issued": issued, "language": document.tag,
        "place_run": Markup(_place(plain(shown.place))),
        "band": Markup(stripe(document.stripe, palette, _STRIPE, FIELD_MM, BAND_MM)),
        "cover_band": Markup(stripe(document.stripe, palette, _COVER_STRIPE, COVER_FIELD_MM, COVER_BAND_MM)),
    }  # fmt: skip


def _spelt(line: tuple[Inline, ...]) -> str:
    return clean(plain(line))


def _place(name: str) -> str:
    """The place of the cover; a long one is smaller."""
    size = f'<w:rPr><w:sz w:val="{_SMALLER}"/></w:rPr>' if width_of(name, 60, bold=True) > _LONG_PLACE else ""
    return f'<w:r>{size}<w:t xml:space="preserve">{clean(name)}</w:t></w:r>'


def logo(theme: Theme, size: tuple[int, int], figures: Figures, name: str) -> str:
    """The agency's logo on a white plate, as it may be of any colour; nothing where the theme has none."""
    if theme.logo_png is None:
        return ""
    width = min(_LOGO_MM, _LOGO_HIGH_MM * size[0] / max(1, size[1]))
    image = Image(theme.logo_png, *size, "")
    inner = paragraph("SectionEnd", figures.picture(image, name, name, width), _ANY_HEIGHT)
    edges = "".join(margin(side, twips(_PLATE_MM)) for side in ("top", "left", "bottom", "right"))
    whole = twips(width + 2 * _PLATE_MM)
    return table((whole,), [row([cell(whole, inner, shade=WHITE, margins=edges)])]) + paragraph("SectionEnd")


def cover_pictures(cover: Cover[Inline] | None, figures: Figures) -> str:
    """A line that holds the photograph and the coat of arms of the cover; nothing where there are none."""
    runs = ""
    if cover and cover.photo:
        runs += figures.placed(cover.photo, Frame(0, _PHOTO_TOP_MM, PAGE_WIDTH_MM, _PHOTO_TOP_MM + _PHOTO_MM), is_cropped=True)
    if cover and cover.crest:
        image, top = cover.crest.image, _PHOTO_TOP_MM + (_CREST_DOWN_MM if cover.photo else 0)
        height = min(_CREST_MM, _CREST_WIDEST_MM * image.height_px / max(1, image.width_px))
        width = height * image.width_px / max(1, image.height_px)
        runs += figures.placed(cover.crest, Frame(_EDGE_MM - width, top, _EDGE_MM, top + height), is_cropped=False)
    return paragraph("SectionEnd", runs) if runs else ""


def cover_key(writer: Inlines, document: Localised, palette: Palette) -> str:
    """What the stripe of the cover shows, in words: every sector with its colour and its share."""
    if not document.stripe:
        return ""
    words = writer.runs(document.labels.sectors_key) + BREAK
    for part in document.stripe:
        # the sample is a shaded blank: a letter like ■ would be read aloud
        ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{palette[f"series-{(part.tone - 1) % 8 + 1}"]}"/>'
        words += writer.run(BLANK * 4, Look(extra=ground)) + writer.run(BLANK)
        words += writer.runs((*part.name, Text(BLANK), part.share, Text(f"{BLANK} ")))
    return paragraph("CoverLabel", words, f'<w:spacing w:after="{_BELOW_KEY}"/>')


def cover_facts(writer: Inlines, facts: Sequence[Fact[Inline]]) -> str:
    """The facts of the cover, three in a row."""
    if not facts:
        return paragraph("CoverLabel")
    columns = min(_IN_A_ROW, len(facts))
    widths = shares([10, 7, 7][:columns], MEASURE)
    rows = []
    for n in range(0, len(facts), columns):
        some = [*facts[n : n + columns], *[None] * columns][:columns]
        rows.append(row([cell(w, _fact(writer, f)) for w, f in zip(widths, some, strict=True)]))
    return table(widths, rows) + paragraph("SectionEnd")


def _fact(writer: Inlines, fact: Fact[Inline] | None) -> str:
    if fact is None:
        return paragraph("CoverLabel")
    return writer.paragraph("CoverLabel", fact.label) + writer.paragraph("CoverFact", fact.value)
