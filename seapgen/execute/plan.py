"""The job plan: which documents a programme has, and where they go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from seapgen.model.artifact import FORMATS, Format, Sibling
from seapgen.model.municipality import Municipality
from seapgen.model.order import Order, Wanted
from seapgen.model.programme import Programme

FORMAT_NAMES: dict[Format, str] = {"docx": "Word", "pdf": "PDF", "html": "HTML"}  # the same in every language


@dataclass(frozen=True, slots=True)
class Planned:
    """A document of a municipality in a language, in some formats."""

    product: str
    scope: str
    language: str
    formats: tuple[Format, ...]

    @property
    def name(self) -> str:
        """Its file name, without ending."""
        return f"{self.product}-{self.scope}-{self.language}"

    def path(self, format_: Format) -> str:
        """Where it goes, relative to the output folder."""
        return f"{self.product}/{self.scope}/{self.language}/{self.name}.{format_}"


def planned(programme: Programme, order: Order) -> tuple[Planned, ...]:
    """The documents that an order asks for, in the order of the programme.

    The members of a joint plan have one document, that of the plan. A signatory without return has none: there is nothing that
    a plan could start from.
    """
    return tuple(
        Planned("seap", municipality.id, language, order.formats)
        for municipality in programme.plans()
        if municipality.head.inventories and _is_wanted(municipality, order)
        for language in _languages(programme, municipality, order)
    )


def expected_languages(programme: Programme) -> dict[str, tuple[str, ...]]:
    """The languages of every plan that there shall be one day, by its id; a return that is missing is awaited too."""
    return {plan.id: _languages(programme, plan, Order()) for plan in programme.plans()}


def possible_paths(programme: Programme) -> frozenset[str]:
    """Every path that some order could ask for; what the manifest knows beyond them is stale."""
    languages = tuple(dict.fromkeys(x for m in programme.municipalities for x in _possible(programme, m)))
    every = tuple(Wanted("seap", plan.id) for plan in programme.plans())
    return frozenset(p.path(f) for p in planned(programme, Order(every, languages)) for f in FORMATS)


def siblings(document: Planned, others: Sequence[Planned], own_name: Callable[[str], str]) -> tuple[Sibling, ...]:
    """Links from a page to its other formats and to its other languages, each under the language's own name."""
    return tuple(_siblings(document, others, own_name))


def _siblings(document: Planned, others: Sequence[Planned], own_name: Callable[[str], str]) -> Iterator[Sibling]:
    for format_ in document.formats:
        if format_ != "html":
            yield Sibling(f"{document.name}.{format_}", FORMAT_NAMES[format_], document.language, format_)
    for other in others:
        same = (other.product, other.scope) == (document.product, document.scope)
        if same and other.language != document.language:
            yield Sibling(f"../{other.language}/{other.name}.html", own_name(other.language), other.language, "html")


def _is_wanted(municipality: Municipality, order: Order) -> bool:
    """Whether the order names the plan, its group, or no plan in particular."""
    scopes = ("", municipality.id, municipality.head.group)
    return not order.wanted or any(w.product == "seap" and w.scope in scopes for w in order.wanted)


def _languages(programme: Programme, municipality: Municipality, order: Order) -> tuple[str, ...]:
    """Its own languages and the language of reference; an order that names the plan may ask for others of the programme."""
    usual = tuple(dict.fromkeys((*municipality.head.languages, programme.head.languages[0])))
    if not order.languages:
        return usual
    is_named = any(w.scope == municipality.id for w in order.wanted)
    return tuple(x for x in (_possible(programme, municipality) if is_named else usual) if x in order.languages)


def _possible(programme: Programme, municipality: Municipality) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*municipality.head.languages, *programme.head.languages)))
