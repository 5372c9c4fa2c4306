"""The entry point of the command, as console script and as module."""

from __future__ import annotations

import gc

from seapgen.cli.app import app

MANY = 50_000  # new objects between two searches for rings; data and trees have none, and searching takes a fifth of the time


def main() -> None:
    """Run the command line."""
    gc.set_threshold(MANY)
    app()


if __name__ == "__main__":
    main()
