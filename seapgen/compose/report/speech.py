"""How a report speaks: in a language, and in English where that has no words yet, marked as such."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from seapgen.model.errors import MissingTranslationError
from seapgen.model.language import Language
from seapgen.model.message import Message, Value
from seapgen.model.report import NOTHING, Said


@dataclass(frozen=True, slots=True)
class Speech:
    """A language, and the one of the source: a finding must be said in any case."""

    language: Language
    source: Language

    def say(self, message: Message | None) -> Said:
        """A message as text; nothing for none."""
        return self._in_words(lambda language: language.say(message)) if message else NOTHING

    def show(self, value: Value | None) -> Said:
        """A value as text; nothing for none."""
        return self._in_words(lambda language: language.show(value)) if value is not None else NOTHING

    def pick(self, texts: Mapping[str, str]) -> Said:
        """A text that people wrote, in the report's language, else in English, else in the first there is."""
        chosen = next((code for code in (self.language.code, self.source.code, *sorted(texts)) if texts.get(code)), "")
        return Said(texts[chosen], "" if chosen == self.language.code else chosen) if chosen else NOTHING

    def _in_words(self, words: Callable[[Language], str]) -> Said:
        try:
            return Said(words(self.language))
        except MissingTranslationError:
            return Said(words(self.source), self.source.tag)
