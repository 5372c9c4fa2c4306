"""A letter's Word file, a municipality and a language become a finished letter."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from seapgen.exchange.letters.facts import letter_facts
from seapgen.exchange.letters.letter import Dress, LetterTemplate, fill
from seapgen.exchange.letters.teller import teller
from seapgen.intake.letters import LetterFile
from seapgen.intake.templates import load_templates
from seapgen.localise.language import load_language
from seapgen.model.municipality import Municipality
from seapgen.model.theme import Theme
from seapgen.study import Study


@dataclass(frozen=True, slots=True)
class Filling:
    """Fills the letters of a programme; themes are read once for each agency."""

    about: Study
    themes: dict[str | None, Theme] = field(default_factory=dict)

    def letter(self, town: Municipality, file: LetterFile) -> bytes:
        """The letter. Raises SeapgenError with all that is wrong with it."""
        language, theme = load_language(file.language), self._theme(town.head.agency)
        results = self.about.results.municipalities.get(town.id)
        by = teller(self.about.programme, town, results, language)
        facts = letter_facts(by, results, self.about.findings, theme)
        author = str(facts.agency.name) if facts.agency else str(facts.place.official)
        dress = Dress(language.tag, self.about.programme.head.issue_date, author)
        return fill(LetterTemplate(file.shown, file.read()), facts, self._dressed(dress, theme) if file.is_house else dress)

    def _theme(self, agency: str | None) -> Theme:
        if agency not in self.themes:
            self.themes[agency] = load_templates("seap", self.about.folder, agency).theme
        return self.themes[agency]

    def _dressed(self, dress: Dress, theme: Theme) -> Dress:
        """The house's letters wear the agency's colours and font; an agency's own letters have their own."""
        house = self._theme(None)
        colours = {_digits(old): _digits(theme.colours[token]) for token, old in house.colours.items()}
        return replace(dress, colours=colours, font=(house.fonts[0], theme.fonts[0]))


def _digits(colour: str) -> str:
    return colour.lstrip("#").upper()
