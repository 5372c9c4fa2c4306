"""What a build is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from seapgen.model.artifact import FORMATS, Format
from seapgen.model.finding import Finding
from seapgen.model.message import Message

PRODUCTS = ("seap",)  # those that can be ordered today


@dataclass(frozen=True, slots=True)
class Wanted:
    """A product, of one municipality, of a group's, or of all."""

    product: str
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """Which documents; an empty tuple asks for all there are.

    `draft` prints the language of reference where a translation is missing; `keep_going` builds what is free of errors;
    `toc_pages` prints page numbers in the contents list of Word files, which LibreOffice has to find. `workers` are processes,
    0 for as many as there are processors; `wait` is how many seconds to wait for another build to leave the folder.
    """

    wanted: tuple[Wanted, ...] = ()
    languages: tuple[str, ...] = ()
    formats: tuple[Format, ...] = FORMATS
    workers: int = 1
    draft: bool = False
    keep_going: bool = False
    toc_pages: bool = False
    wait: float = 0


@dataclass(frozen=True, slots=True)
class Built:
    """What became of an order; paths are relative to the output folder. `findings` are all that were met on the way.

    `because` says why each file is reused.
    """

    written: tuple[tuple[str, Message], ...]  # with the reason why
    reused: tuple[str, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...]
    because: tuple[tuple[str, Message], ...] = ()


@dataclass(frozen=True, slots=True)
class LetterOrder:
    """Which letters; an empty tuple asks for all there are.

    `keep_going` writes those of municipalities without errors; `force` writes over what somebody has edited.
    """

    municipalities: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    keep_going: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of an order of letters; paths are relative to the output folder. `kept` had been edited by hand."""

    written: tuple[str, ...]
    reused: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]
    findings: tuple[Finding, ...]
