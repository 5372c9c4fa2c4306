"""The entry point of the command, as console script and as module."""

from __future__ import annotations

from seapgen.cli.app import app


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
