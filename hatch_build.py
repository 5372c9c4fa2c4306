"""Puts templates, catalogues, recommendations and examples into the wheel, where `seapgen.resources` looks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CARRIED = ("templates", "locales", "recommendations", "examples")


class CarriedFolders(BuildHookInterface):  # type: ignore[type-arg]
    """A real wheel carries the folders; an editable installation reads them where they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it builds; `version` is `standard` or `editable`."""
        if version == "standard":
            there = (name for name in CARRIED if (Path(self.root) / name).is_dir())
            build_data["force_include"].update({name: f"seapgen/assets/{name}" for name in there})
