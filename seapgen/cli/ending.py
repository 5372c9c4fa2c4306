"""Ctrl-C, and being told to end: the same clean end for both."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from seapgen.cli.voice import Voice
from seapgen.model.errors import ExitCode
from seapgen.model.message import msg


@contextmanager
def ending_well(voice: Voice) -> Iterator[None]:
    """Say what an interruption leaves behind, and end with 130."""
    is_main = threading.current_thread() is threading.main_thread()  # only there may signals be handled
    before = signal.signal(signal.SIGTERM, signal.default_int_handler) if is_main else None
    try:
        yield
    except KeyboardInterrupt:
        voice.tell(
            msg("Interrupted. No file is half made; what was finished is kept aside, and the next build goes on from there.")
        )
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    finally:
        if is_main:
            signal.signal(signal.SIGTERM, before)
