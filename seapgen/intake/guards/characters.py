"""Letters that no input may hold, and how a doubtful text is shown to a person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONGEST_QUOTE = 80  # letters of a user's value that a finding repeats

# Controls but tab and line ends; lone surrogates; private use; bidi embeddings, overrides and isolates; line and
# paragraph separators (they would break the count of lines); a byte-order mark inside; noncharacters.
_NONCHARACTERS = "".join(chr(plane * 0x10000 + low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff"
    "\U000f0000-\U000ffffd\U00100000-\U0010fffd" + _NONCHARACTERS + "]"
)
_LINE_END = re.compile(r"\r\n|\r|\n")


def composed(text: str) -> str:
    """The text in Unicode's composed form, so that equal letters are equal."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def forbidden(text: str) -> Iterator[tuple[str, int, int]]:
    """Every forbidden letter as `U+202E` with its line and column, both from 1."""
    line, start, done = 1, 0, 0
    for match in FORBIDDEN.finditer(text):
        for end in _LINE_END.finditer(text, done, match.start()):
            line, start = line + 1, end.end()
        done = match.start()
        yield code_point(match.group()), line, match.start() - start + 1


def replaced(text: str) -> str:
    """The text with a replacement letter for each forbidden one; places stay the same."""
    return FORBIDDEN.sub("\ufffd", text)


def code_point(letter: str) -> str:
    """The name of a letter that cannot be shown: `U+202E`."""
    return f"U+{ord(letter):04X}"


def shown(text: str, longest: int = LONGEST_QUOTE) -> str:
    """A user's value as a finding repeats it: shortened, in one line, with nothing invisible in it."""
    short = text if len(text) <= longest else text[: longest - 1] + "…"
    return FORBIDDEN.sub(lambda m: code_point(m.group()), re.sub(r"[\t\r\n]+", " ", short))
