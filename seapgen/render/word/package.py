"""Zip packages (docx, xlsx): same members in, same bytes out; packages from outside are read with a limit."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

LIMIT = 50_000_000  # bytes that a package may unpack to: a guard against zip bombs
_STORED, _DEFLATED = 0, 8
_DATE = (1980 - 1980) << 9 | 1 << 5 | 1  # 1980-01-01: the earliest date a zip can hold
_UTF8 = 0x800
_SMALL = 4096  # bytes; clearing the tables of the large window takes longer than packing what fits into the small one


class UnreadablePackageError(Exception):
    """The bytes are no zip package, or one that unpacks to too much."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a package, already in the form in which it is written."""

    name: str
    data: bytes
    method: int
    crc: int
    size: int


def deflate(name: str, content: str | bytes, level: int = 6) -> Member:
    """Compress a part."""
    raw = content.encode() if isinstance(content, str) else content
    window, memory = (-12, 5) if len(raw) <= _SMALL else (-15, 8)
    packer = zlib.compressobj(level, zlib.DEFLATED, window, memory)
    return Member(name, packer.compress(raw) + packer.flush(), _DEFLATED, zlib.crc32(raw), len(raw))


def store(name: str, content: bytes) -> Member:
    """Keep a part as it is, because it is compressed already."""
    return Member(name, content, _STORED, zlib.crc32(content), len(content))


def pack(members: Iterable[Member]) -> bytes:
    """Join the members to one zip file, in the order given."""
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = count = 0
    for member in members:
        name = member.name.encode()
        common = struct.pack(
            "<HHHHHIIIHH", 20, _UTF8, member.method, 0, _DATE, member.crc, len(member.data), member.size, len(name), 0
        )
        parts += (b"PK\x03\x04", common, name, member.data)
        directory += (b"PK\x01\x02\x14\x00", common, struct.pack("<HHHII", 0, 0, 0, 0, offset), name)
        offset += 30 + len(name) + len(member.data)
        count += 1
    index = b"".join(directory)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, len(index), offset, 0)
    return b"".join((*parts, index, end))


def unpack(content: bytes) -> dict[str, bytes]:
    """All parts of a package by name; UnreadablePackageError where it is none or too large."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = [i for i in archive.infolist() if not i.is_dir()]
            if sum(i.file_size for i in infos) > LIMIT:
                raise UnreadablePackageError(f"unpacks to more than {LIMIT} bytes")
            return {i.filename: archive.read(i) for i in infos}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise UnreadablePackageError(str(error)) from error
