"""Alphabetical order of a language. ICU's collations come with DuckDB, which only this feature needs."""

from __future__ import annotations

from collections.abc import Iterable

from seapgen.model.errors import MissingToolError
from seapgen.model.finding import Finding, Severity, Stage
from seapgen.model.message import msg
from seapgen.model.source import Source


def ordered(texts: Iterable[str], language: str) -> list[str]:
    """Texts in the order of the language; MissingToolError where DuckDB is not installed."""
    try:
        import duckdb  # type: ignore[import-not-found,unused-ignore]  # optional: the extra `collation`
    except ImportError:
        raise MissingToolError([_missing()]) from None
    rows = [(text,) for text in texts]
    if not rows:
        return []
    with duckdb.connect(":memory:") as database:
        database.execute("CREATE TABLE words (word VARCHAR)")
        database.executemany("INSERT INTO words VALUES (?)", rows)
        found = database.execute(f"SELECT word FROM words ORDER BY word COLLATE {_collation(language)}, word").fetchall()
    return [str(row[0]) for row in found]


def _collation(language: str) -> str:
    """The name is put into SQL, so it may hold two small letters only."""
    code = language[:2]
    if not (code.isascii() and code.isalpha() and code.islower()):
        raise ValueError(f"{language!r} is no language code")
    return code


def _missing() -> Finding:
    return Finding(
        "R1", Stage.RUN, Severity.ERROR, Source("collation"),
        msg("Sorting by the alphabet of a language needs DuckDB, which is not installed."),
        proposal=msg("Install seapgen with the extra {extra}.", extra="collation"),
    )  # fmt: skip
