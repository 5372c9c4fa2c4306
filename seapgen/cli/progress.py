"""Progress for people who watch: the verb and a bar, on a terminal only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from seapgen.cli.voice import Voice, error_stream, is_colourful
from seapgen.model.message import Message, msg

VERBS: dict[str, Message] = {
    "load": msg("load, compute, validate"),
    "compose": msg("compose"),
    "render": msg("render"),
    "publish": msg("publish"),
}


@contextmanager
def progress(voice: Voice) -> Iterator[Callable[[str, int, int], None]]:
    """What to call with a verb, how much is done, and of how much."""
    if not is_colourful(error_stream()):
        yield lambda verb, done, of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=1)
        yield lambda verb, done, of: bar.update(task, description=voice.say(VERBS[verb]), completed=done, total=of)
