"""Progress for people who watch: the verb, a bar, the time left, and what is in hand; on a terminal only."""

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
def progress(voice: Voice) -> Iterator[Callable[[str, int, int, str], None]]:
    """What to call with a verb, how much is done, of how much, and what is in hand."""
    if not is_colourful(error_stream()):
        yield lambda verb, done, of, what: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[what]}", markup=False),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = {verb: bar.add_task(voice.say(word), total=None, what="", visible=False) for verb, word in VERBS.items()}

        def tell(verb: str, done: int, of: int, what: str) -> None:
            bar.update(shown["load"], visible=verb == "load")
            bar.update(shown[verb], completed=done, total=of, what=what.rpartition("/")[2], visible=done < of)

        yield tell
