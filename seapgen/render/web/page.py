"""What the page's own template reads: head, cover, contents, text, imprint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from seapgen.model.artifact import Sibling
from seapgen.model.document import Contents, Cover, Imprint, Localised
from seapgen.model.inline import Inline, plain
from seapgen.render.web import views
from seapgen.render.web.anchors import Anchors
from seapgen.render.web.figures import PictureView, shown
from seapgen.render.web.lines import Lines
from seapgen.render.web.setting import Setting
from seapgen.render.web.writer import Writer

LONG_PLACE = 18  # letters of a place from which on its name is set smaller


@dataclass(frozen=True, slots=True)
class About:
    """What programs read in the head of the page."""

    tag: str
    scope: str
    title: str
    author: str
    description: str
    keywords: str
    issued: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Fixed words of the page in its language."""

    skip: str
    formats: str
    language: str
    stripe: str


@dataclass(frozen=True, slots=True)
class CoverView:
    """The head of the page."""

    eyebrow: Markup
    place: Markup
    is_long: bool
    title: Markup
    organisation: Markup
    status: Markup
    facts: tuple[views.FactView, ...]
    foot: Markup
    crest: PictureView | None
    photo: PictureView | None


@dataclass(frozen=True, slots=True)
class ImprintView:
    """The foot of the page."""

    title: Markup
    facts: tuple[views.FactView, ...]
    logos: tuple[PictureView, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """The whole page; lines and blocks are written, the rest is text."""

    about: About
    words: Wording
    cover: CoverView | None
    stripe: tuple[views.StripeView, ...]
    stripe_text: str
    contents: Markup
    contents_title: str
    main: Markup
    notes: Markup
    imprints: tuple[ImprintView, ...]
    footer: Markup
    foot_notes: Markup
    formats: tuple[Sibling, ...]
    editions: tuple[Sibling, ...]


def page(document: Localised, siblings: Sequence[Sibling]) -> PageView:
    """The view of a document. What is written here is written in reading order, because footnotes count from the top."""
    anchors = Anchors(document)
    lines = Lines(anchors)
    writer = Writer(lines, anchors, has_stripe=bool(document.stripe))
    at = Setting(document.language, document.labels, scope=document.scope)
    cover = next((block for block in document.blocks if isinstance(block, Cover)), None)
    list_ = next((block for block in document.blocks if isinstance(block, Contents)), None)
    imprints = tuple(block for block in document.blocks if isinstance(block, Imprint))
    body = tuple(block for block in document.blocks if block is not cover and not isinstance(block, Imprint))
    return PageView(
        about=_about(document),
        words=_words(document),
        cover=_cover(cover, lines, at) if cover else None,
        stripe=views.stripe(document.stripe, lines, at),
        stripe_text=_stripe_text(document),
        contents=writer.contents(body, at) if list_ else Markup(""),
        contents_title=plain(list_.title if list_ else ()),
        main=writer.page(body, at),
        notes=lines.notes(at),
        imprints=tuple(_imprint(each, lines, at) for each in imprints),
        footer=lines.line(document.footer, at),
        foot_notes=lines.notes(at),
        formats=tuple(s for s in siblings if s.format != "html" and s.language == document.language),
        editions=tuple(s for s in siblings if s.format == "html" and s.language != document.language),
    )


def _about(document: Localised) -> About:
    return About(
        tag=document.tag,
        scope=document.scope,
        title=plain(document.title),
        author=plain(document.author),
        description=plain(document.description),
        keywords=", ".join(document.keywords),
        issued=document.issued.isoformat(),
    )


def _words(document: Localised) -> Wording:
    labels = document.labels
    return Wording(plain(labels.skip_to_content), plain(labels.other_formats), plain(labels.language), plain(labels.sectors_key))


def _stripe_text(document: Localised) -> str:
    """The stripe for those who do not see it: every sector with its share."""
    return ", ".join(f"{plain(part.name)} {plain((part.share,))}" for part in document.stripe)


def _cover(cover: Cover[Inline], lines: Lines, at: Setting) -> CoverView:
    line = lines.line
    return CoverView(
        line(cover.eyebrow, at), line(cover.place, at), len(plain(cover.place)) > LONG_PLACE, line(cover.title, at),
        line(cover.organisation, at), line(cover.status, at), views.facts(cover.facts, lines, at), line(cover.foot, at),
        shown(cover.crest), shown(cover.photo),
    )  # fmt: skip


def _imprint(imprint: Imprint[Inline], lines: Lines, at: Setting) -> ImprintView:
    logos = tuple(view for logo in imprint.logos if (view := shown(logo)))
    return ImprintView(lines.line(imprint.title, at), views.facts(imprint.entries, lines, at), logos)
