"""What the page carries beside its text: stylesheet, script, fonts, icon, and the policy that allows nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from urllib.parse import quote

from seapgen import resources
from seapgen.model.outfit import Face
from seapgen.model.theme import Theme
from seapgen.render.web import colours, fonts

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def style(theme: Theme, letters: frozenset[str], own: Sequence[Face] = (), sheets: Sequence[str] = ("page.css",)) -> str:
    """Fonts for these letters, colours of the theme, rules; then the agency's own fonts, where it has some."""
    return fonts.faces(letters) + colours.style(theme) + "".join(map(_rules, sheets)) + fonts.own_style(own, theme.fonts)


def script(*names: str) -> str:
    """Scripts, one after the other; pages work without them."""
    return "".join(map(_rules, names or ("page.js",)))


def policy(look: str, behaviour: str) -> str:
    """The content security policy: our style and script by their hash, pictures and fonts from inside, no network at all."""
    return (
        f"default-src 'none'; style-src {_digest(look)}; script-src {_digest(behaviour)};"
        " font-src data:; img-src data:; base-uri 'none'; form-action 'none'"
    )


def icon(theme: Theme) -> str:
    """A small picture for the browser's tab: the band with its stripe."""
    tokens = colours.light_tokens(theme)
    fields = f'<path fill="{tokens["s2"]}" d="M0 11h7v3H0z"/><path fill="{tokens["s3"]}" d="M7 11h5v3H7z"/>'
    band = f'<path fill="{tokens["band"]}" d="M0 0h16v16H0z"/>{fields}<path fill="{tokens["s4"]}" d="M12 11h4v3h-4z"/>'
    return "data:image/svg+xml," + quote(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">{band}</svg>')


@cache
def _rules(sheet: str) -> str:
    return _squeezed(_text(sheet))


def _squeezed(text: str) -> str:
    """Without comments and indentation, which readers of the page do not need."""
    return "".join(f"{line.strip()}\n" for line in _COMMENT.sub("", text).splitlines() if line.strip())


def _text(name: str) -> str:
    return (_folder() / name).read_text(encoding="utf-8")


def _folder() -> Path:
    return resources.folder("templates") / "web"


def _digest(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"
