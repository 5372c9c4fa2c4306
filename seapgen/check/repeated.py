"""One fault, one finding: what loading has said of a line, later stages do not say again."""

from __future__ import annotations

from collections.abc import Sequence

from seapgen.model.finding import Finding, Severity


def without_repeats(loaded: Sequence[Finding], later: Sequence[Finding]) -> tuple[Finding, ...]:
    """All findings of loading, and those of later stages that stand on lines without an error of loading.

    A row that cannot be read rightly would be judged wrongly; once it is mended, the rules see it.
    """
    faulty = {(f.source.file, f.source.line) for f in loaded if f.severity is Severity.ERROR and f.source.line}
    return (*loaded, *(f for f in later if (f.source.file, f.source.line) not in faulty))
