"""Pages of the manual that are made from data: `docs/checks.md` and `docs/actions.md`."""
