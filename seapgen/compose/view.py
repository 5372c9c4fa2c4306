"""Values under names for a chapter file: already decided, still exact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """A bag of named values; an unknown name is an error, never a blank."""

    values: Mapping[str, object]

    def __getattr__(self, name: str) -> object:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(f"no value {name!r}; there are {', '.join(sorted(self.values))}") from None

    def __getstate__(self) -> Mapping[str, object]:
        return self.values

    def __setstate__(self, state: Mapping[str, object]) -> None:
        object.__setattr__(self, "values", state)
