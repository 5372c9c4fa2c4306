"""One file of a document; a Word file perhaps in two passes, because its contents list wants to know the pages.

The first pass is laid out by LibreOffice, which prints the page of every heading; the second prints those numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from seapgen.execute.job import Job
from seapgen.execute.office import laid_out_text, unknown_pages
from seapgen.model.artifact import Artifact, Format
from seapgen.render.render import load, render


def warm_up(formats: Sequence[Format]) -> None:
    """Load what the formats need, in a process that has nothing to draw yet."""
    for each in formats:
        load(each)


def all_drawn(jobs: Sequence[Job]) -> tuple[Artifact, ...]:
    """The files of jobs that belong together, one after the other. Raises what `drawn` does."""
    return tuple(map(drawn, jobs))


def drawn(job: Job) -> Artifact:
    """The file of a job, in whichever process.

    Raises:
        MissingToolError: page numbers are asked for, and LibreOffice is not there or does not tell them all.
    """
    if not job.office:
        return job.artifact(_drawn(job))
    from seapgen.render.word.page_numbers import answered, asking, headings, unknown_page  # Word's libraries are heavy

    first = _drawn(job, unknown_page)
    pages = answered(laid_out_text(asking(first)))
    if not set(headings(first)) <= pages.keys():
        raise unknown_pages(job.path)
    return job.artifact(_drawn(job, pages.__getitem__))


def _drawn(job: Job, page_of: Callable[[str], str] | None = None) -> bytes:
    return render(job.document, job.format, job.theme, job.stationery, job.siblings, page_of)
