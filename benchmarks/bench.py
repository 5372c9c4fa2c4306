"""How much CPU time the steps of Turin's draft plan take: `make bench`."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from seapgen import resources
from seapgen.compose.seap.compose import compose_seap, plan_seap
from seapgen.compute.results import compute_results
from seapgen.intake.programme import load_programme
from seapgen.intake.reference import load_reference
from seapgen.intake.templates import load_templates
from seapgen.localise.language import load_language
from seapgen.model.document import Localised
from seapgen.model.order import Order
from seapgen.pipeline import build, study
from seapgen.render.pdf.render import render_pdf
from seapgen.render.web.render import render_web
from seapgen.render.word.render import render_word

RUNS = 5
TURIN = resources.folder("examples") / "turin"
Step = tuple[str, Callable[[], object]]


def document(language: str) -> Localised:
    """Turin's plan in a language."""
    about = study(TURIN)
    templates = load_templates("seap", TURIN, None)
    outline = plan_seap(about.programme, "turin", about.results, about.findings, templates.chapters)
    reference = load_language(about.programme.head.languages[0])
    spoken = load_language(language)
    return compose_seap(outline, about.programme, "turin", about.results, spoken, draft=False, reference=reference).document


def steps() -> Iterator[Step]:
    """Every step with what it needs made ready beforehand."""
    about = study(TURIN)
    reference = load_reference(resources.data(), about.programme.factor_sets)
    templates = load_templates("seap", TURIN, None)
    tree = document("it")
    yield "load", lambda: load_programme(TURIN)
    yield "compute", lambda: compute_results(about.programme, reference)
    yield "tree", lambda: document("it")
    yield "docx", lambda: render_word(tree, templates.theme, templates.stationery)
    yield "pdf", lambda: render_pdf(tree, templates.theme)
    yield "html", lambda: render_web(tree, templates.theme)
    yield "all", build_all


def build_all() -> None:
    """Two languages and three formats into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        build(TURIN, Path(folder), Order())


def cpu_seconds() -> float:
    """User and system time of this process and of children that have ended."""
    return sum(os.times()[:4])


def best(step: Callable[[], object]) -> tuple[float, float]:
    """The least CPU and the least clock time of several runs, after one that fills the caches."""
    step()
    measured = []
    for _ in range(RUNS):
        cpu, clock = cpu_seconds(), time.perf_counter()
        step()
        measured.append((cpu_seconds() - cpu, time.perf_counter() - clock))
    return min(m[0] for m in measured), min(m[1] for m in measured)


def main() -> None:
    """Print one line a step."""
    print(f"Python {sys.version.split()[0]}, {platform.machine()}, {os.cpu_count()} cores; best of {RUNS} runs, seconds")
    print(f"{'step':10}{'CPU':>8}{'clock':>8}")
    for name, step in steps():
        cpu, clock = best(step)
        print(f"{name:10}{cpu:8.2f}{clock:8.2f}", flush=True)


if __name__ == "__main__":
    main()
