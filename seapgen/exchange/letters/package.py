"""A Word file as parts: read with limits, written with the same bytes every time."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from lxml import etree

from seapgen.exchange.letters.faults import LetterFault, unreadable
from seapgen.model.message import msg

MOST_BYTES, MOST_PART, MOST_PARTS = 50_000_000, 20_000_000, 1_000  # unpacked: a guard against bombs
MOST_TEXT = 5_000_000  # of a part with marks, which is worked through letter by letter
TYPES, _DOCUMENT = "[Content_Types].xml", "word/document.xml"
MARKED = re.compile(r"word/(document|header\w*|footer\w*|footnotes)\.xml")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip can hold
_FETCHING = re.compile(r"\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|DATABASE)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_FIELDS = ("instrText", "fldSimple")


def unpack(content: bytes) -> dict[str, bytes]:
    """All parts by name.

    Raises:
        LetterFault: no readable package, or one that is too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return dict(_parts(archive))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise unreadable(msg("This is no readable Word file (.docx).")) from error


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """The parts; what comes out is counted, because the package's own figures may lie."""
    names, total = [i for i in archive.infolist() if not i.is_dir()], 0
    if len(names) > MOST_PARTS:
        raise unreadable(msg("The file has more than {limit} parts.", limit=str(MOST_PARTS)))
    for info in names:
        limit = MOST_TEXT if MARKED.fullmatch(info.filename) else MOST_PART
        with archive.open(info) as stream:
            data = stream.read(limit + 1)
        total += len(data)
        if len(data) > limit or total > MOST_BYTES:
            raise unreadable(msg("The file unpacks to more than {limit} bytes.", limit=str(min(limit, MOST_BYTES))))
        yield info.filename, data


def pack(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a package: the types first, the others in order, without dates."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(parts, key=lambda n: (n != TYPES, n)):
            info = zipfile.ZipInfo(name, _EARLIEST)
            info.create_system, info.external_attr, info.compress_type = 0, 0, zipfile.ZIP_DEFLATED
            archive.writestr(info, parts[name])
    return target.getvalue()


def roots(parts: Mapping[str, bytes]) -> dict[str, etree._Element]:
    """The trees of all XML parts.

    Raises:
        LetterFault: a part is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        found = {n: etree.fromstring(c, parser) for n, c in parts.items() if n.endswith((".xml", ".rels"))}
        has_text = found[_DOCUMENT].find("{*}body") is not None
    except (etree.XMLSyntaxError, ValueError, KeyError) as error:
        raise unreadable(msg("This is no readable Word file (.docx).")) from error
    if not has_text or any(r.getroottree().docinfo.internalDTD is not None for r in found.values()):
        raise unreadable(msg("This is no readable Word file (.docx)."))
    return found


def dangers(trees: Mapping[str, etree._Element], names: Mapping[str, bytes]) -> Iterator[LetterFault]:
    """What a letter must not bring along: macros, and anything that is fetched from elsewhere when it is opened."""
    if any(n.endswith("vbaProject.bin") for n in names) or b"macroEnabled" in names.get(TYPES, b""):
        yield unreadable(msg("The file holds macros."))
    for name, root in sorted(trees.items()):
        for relation in root.iter("{*}Relationship") if name.endswith(".rels") else ():
            if relation.get("TargetMode") == "External" and not _is_link(relation):
                yield unreadable(msg("The file is linked to {target}.", target=str(relation.get("Target"))[:80]))
        for field in (f for tag in _FIELDS for f in root.iter(f"{{*}}{tag}")):
            words = " ".join([field.text or "", *(str(v) for v in field.attrib.values())])
            if _FETCHING.search(words):
                yield unreadable(msg("The file has a field that fetches something: {field}.", field=words.strip()[:80]))


def _is_link(relation: etree._Element) -> bool:
    """A hyperlink to the web or to a mailbox: nothing is fetched before somebody clicks."""
    kind, target = str(relation.get("Type")), str(relation.get("Target"))
    return kind.endswith("/hyperlink") and _ADDRESS.match(target) is not None
