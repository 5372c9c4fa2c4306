"""Ids from names: the letters of a name in plain Latin, so that every computer takes them as a folder.

Marks on letters are dropped (é → e); letters that are no Latin letter with a mark are spelled as usual for names of places:
Greek by ELOT 743, Cyrillic as its Slavic languages are transcribed in English. An id is a proposal only.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 64
_LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n", "ĸ": "k",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l", "μ": "m",
    "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps",
    "ω": "o",
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch",
    "ш": "sh", "щ": "sht", "ъ": "a", "ь": "", "ы": "y", "э": "e", "ю": "yu", "я": "ya", "ё": "yo", "є": "ye", "і": "i", "ї": "yi",
    "ґ": "g", "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz",
}  # fmt: skip
_GREEK = tuple(
    (re.compile(pattern), spelled)
    for pattern, spelled in (
        ("ου", "ou"), (r"([αε])υ(?=[θκξπσςτφχψ]|\b)", r"\1f"), ("([αε])υ", r"\1v"), ("γ(?=[γξχ])", "n"), (r"\bμπ", "b"),
    )
)  # fmt: skip


def latin_id(name: str) -> str:
    """The id of a name, `Łódź` → `lodz`; empty where a letter has no Latin spelling here."""
    text = unicodedata.normalize("NFC", name).casefold()
    text = "".join(letter if letter in _LETTERS else _bare(letter) for letter in text)
    for pattern, spelled in _GREEK:
        text = pattern.sub(spelled, text)
    text = "".join(_LETTERS.get(letter, letter) for letter in text)
    if any(letter.isalpha() and not letter.isascii() for letter in text):
        return ""
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")[:LONGEST].rstrip("-")


def _bare(letter: str) -> str:
    """A letter without its marks."""
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part))
