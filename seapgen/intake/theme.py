"""`theme.toml`: colours, fonts, logo and name of an organisation; an agency's file changes what the house's file says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from seapgen.intake.contrast import MIN_CONTRAST, weak_pairs
from seapgen.intake.guards.characters import FORBIDDEN
from seapgen.intake.guards.folder import read_text
from seapgen.intake.guards.paths import is_inside
from seapgen.intake.guards.pictures import read_picture
from seapgen.intake.rules import LoadRule
from seapgen.intake.shapes import nearest
from seapgen.model.errors import BrokenTemplateError
from seapgen.model.finding import Finding, Stage
from seapgen.model.source import Source
from seapgen.model.theme import EVERY, Theme

TOKENS = (
    "primary", "primary-soft", "primary-line", "primary-mid", "accent", "accent-tint", "ink", "muted", "line", "tint",
    "tint-strong", "saving", "warning", *(f"series-{n}" for n in range(1, 9)),
)  # fmt: skip
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FONT = re.compile(r"[\w][\w .+-]{0,63}")  # a name goes into style sheets: nothing that could end a quotation
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_LONGEST_NAME = 120
_KEY_OF = {LoadRule.THEME_FONT_FILE: "text"}  # the key to look for where the finding names a value
_PARTS = ("colours", "fonts", "logo", "names")


def load_theme(paths: Sequence[Path], names: Sequence[str] = (), families: Sequence[str] = ()) -> Theme:
    """The theme of some files, later ones before earlier. Raises BrokenTemplateError with all findings.

    `names` is how findings call the files; `families` are fonts that the agency has files of, beside those of the first theme.
    """
    reading = _Reading(families)
    for path, name in zip(paths, names or [p.name for p in paths], strict=True):
        reading.read(path, name)
    theme = reading.theme()
    if theme is None or reading.findings:
        raise BrokenTemplateError(reading.findings)
    return theme


class _Reading:
    """What the files read so far say. Places are file names with the line of a key."""

    def __init__(self, families: Sequence[str]) -> None:
        self.colours: dict[str, str] = {}
        self.fonts: tuple[str, ...] = ()
        self.fallback = ""
        self.logo: bytes | None = None
        self.organisation: dict[str, str] = {}
        self.families = list(families)  # that there are files of
        self.findings: list[Finding] = []
        self._lines: list[str] = []
        self._file = ""

    def read(self, path: Path, called: str) -> None:
        """Take over what one file says; findings call it `called`."""
        is_house = not self.fonts
        self._file, self._lines = called, []
        text, findings = read_text(path.parent, path.name)
        self.findings += findings
        if text is None:
            return
        self._lines = text.splitlines()
        try:
            parts = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as problem:
            self.findings.append(LoadRule.THEME_MALFORMED.at(Source(self._file), str(problem)))
            return
        for name in sorted(parts.keys() - set(_PARTS)):
            self._report(LoadRule.THEME_KEY, name, names=nearest(name, _PARTS))
        self._take_colours(_table(parts.get("colours")))
        self._take_fonts(_table(parts.get("fonts")))
        self.families += self.fonts if is_house else ()
        self._take_names(_table(parts.get("names")))
        if "logo" in parts:
            self._take_logo(path.parent, parts["logo"])

    def theme(self) -> Theme | None:
        """The whole theme, or nothing where findings say what it lacks."""
        for token in TOKENS:
            if token not in self.colours:
                self._report(LoadRule.THEME_INCOMPLETE, token)
        if not self.fonts or not self.fallback:
            self._report(LoadRule.THEME_FONT, "fonts")
        for one, ground, value in weak_pairs(self.colours) if self.colours.keys() >= set(TOKENS) else ():
            limit = str(MIN_CONTRAST)
            self._report(LoadRule.THEME_CONTRAST, one, f"{value:.2f}", limit, ground=ground)
        for family in self.fonts:
            if family not in self.families:
                self._report(LoadRule.THEME_FONT_FILE, family, names=", ".join(self.families))
        if self.findings:
            return None
        return Theme(self.colours, self.fonts, self.fallback, self.logo, self.organisation)

    def _take_colours(self, colours: Mapping[str, object]) -> None:
        for name, value in colours.items():
            if name not in TOKENS:
                self._report(LoadRule.THEME_KEY, name, names=nearest(name, TOKENS))
            elif not isinstance(value, str) or not _COLOUR.fullmatch(value):
                self._report(LoadRule.THEME_COLOUR, name, str(value))
            else:
                self.colours[name] = value.upper()

    def _take_fonts(self, fonts: Mapping[str, object]) -> None:
        for name, value in fonts.items():
            families = tuple(value) if isinstance(value, list) else (value,)
            if name not in ("text", "fallback"):
                self._report(LoadRule.THEME_KEY, name, names="text, fallback")
            elif not families or not all(isinstance(f, str) and _FONT.fullmatch(f) for f in families):
                self._report(LoadRule.THEME_FONT, name, str(value))
            elif name == "text":
                self.fonts = families
            elif len(families) == 1:
                self.fallback = families[0]

    def _take_names(self, names: Mapping[str, object]) -> None:
        """What the agency calls itself, in every language or by language."""
        for name, value in names.items():
            said = value if isinstance(value, dict) else {EVERY: value}
            if name != "organisation":
                self._report(LoadRule.THEME_KEY, name, names="organisation")
            elif not said or not all((code == EVERY or _LANGUAGE.fullmatch(code)) and _is_name(v) for code, v in said.items()):
                self._report(LoadRule.THEME_NAMES, name)
            else:
                self.organisation = {code: " ".join(str(v).split()) for code, v in said.items()}

    def _take_logo(self, folder: Path, name: object) -> None:
        """A logo lies beside its theme."""
        if not isinstance(name, str) or not is_inside(name) or not (folder / name).is_file():
            self._report(LoadRule.THEME_LOGO, "logo", str(name))
            return
        image, findings = read_picture(folder, name, self._place("logo"))
        self.findings += [replace(f, stage=Stage.TEMPLATE) for f in findings]
        self.logo = image.data if image else None

    def _report(self, rule: LoadRule, name: str, value: str = "", limit: str = "", **values: str) -> None:
        place = self._place(name, values.get("ground", name), _KEY_OF.get(rule, name))
        self.findings.append(rule.at(place, value, limit, name=name, **values))

    def _place(self, *names: str) -> Source:
        """The line of the first key that is there."""
        keys = (re.compile(rf'\s*"?{re.escape(name)}"?\s*=') for name in names)
        line = next((n for key in keys for n, each in enumerate(self._lines, 1) if key.match(each)), 0)
        return Source(self._file, line)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and 0 < len(value.strip()) <= _LONGEST_NAME and not FORBIDDEN.search(value)


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}
