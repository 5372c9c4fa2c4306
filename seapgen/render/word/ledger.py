"""Ids of a document, and what its body needs in other parts of the package."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from seapgen.render.word.package import Member
from seapgen.render.word.taken import Taken
from seapgen.render.word.wordml import R, attribute


@dataclass(slots=True)
class Ledger:
    """Counts ids and gathers relationships, content types, footnotes, lists and files."""

    first_list: int
    taken: Taken = field(default_factory=Taken)
    relations: list[str] = field(default_factory=list)
    overrides: list[str] = field(default_factory=list)
    footnotes: list[str] = field(default_factory=list)
    definitions: list[str] = field(default_factory=list)  # w:abstractNum
    lists: list[str] = field(default_factory=list)  # w:num
    members: list[Member] = field(default_factory=list)
    _drawings: int = 0
    _bookmarks: int = 0
    _links: dict[str, str] = field(default_factory=dict)

    def bookmarked(self, name: str, inner: str) -> str:
        """Content between the ends of a bookmark."""
        self._bookmarks += 1
        n = self.taken.bookmarks + self._bookmarks
        return f'<w:bookmarkStart w:id="{n}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{n}"/>'

    def relate(self, kind: str, target: str, *, is_outside: bool = False) -> str:
        """The id of a new relationship of the body."""
        key = f"{self.taken.relations}{len(self.relations) + 1}"
        mode = ' TargetMode="External"' if is_outside else ""
        self.relations.append(f'<Relationship Id="{key}" Type="{R}/{kind}" Target="{attribute(target)}"{mode}/>')
        return key

    def link(self, url: str) -> str:
        """The id of the relationship to an address; one for each address."""
        if url not in self._links:
            self._links[url] = self.relate("hyperlink", url, is_outside=True)
        return self._links[url]

    def declare(self, part: str, content_type: str) -> None:
        """Say what a part is; an editor of the stationery may have dropped the default of its extension."""
        self.overrides.append(f'<Override PartName="/{part}" ContentType="{content_type}"/>')

    def next_drawing(self) -> tuple[int, int]:
        """The id of a drawing, and the number of its file."""
        self._drawings += 1
        return self.taken.drawings + self._drawings, self.taken.files + self._drawings

    def next_footnote(self) -> int:
        """The id of a footnote; its place is kept, because a note inside it comes after it."""
        self.footnotes.append("")
        return self.taken.footnotes + len(self.footnotes)

    def note(self, number: int, words: str) -> None:
        """Write the footnote of an id."""
        self.footnotes[number - self.taken.footnotes - 1] = words

    def restarted(self, definition: int) -> int:
        """The number of a new list that begins at 1."""
        number = self.first_list + len(self.lists)
        restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        self.lists.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{restart}</w:num>')
        return number


@cache
def reference_name(target: str) -> str:
    """The hidden bookmark of a target of cross-references."""
    return f"_Ref{int(sha256(target.encode('utf-8', 'surrogatepass')).hexdigest()[:8], 16):010}"
