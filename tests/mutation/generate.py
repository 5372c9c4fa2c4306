"""Write the mutants: run in the scratch copy, where pyproject.toml configures mutmut. It leaves them in `mutants/`."""

from __future__ import annotations

import os
from pathlib import Path

from mutmut.__main__ import copy_also_copy_files, copy_src_dir, create_mutants, setup_source_paths
from mutmut.mutation.trampoline import set_mutant_under_test


def main() -> None:
    """What `mutmut run` does before it runs; mutmut has no command for it."""
    set_mutant_under_test("mutant_generation")
    Path("mutants").mkdir(exist_ok=True)
    copy_src_dir()
    copy_also_copy_files()
    setup_source_paths()
    create_mutants(os.cpu_count() or 1)


if __name__ == "__main__":
    main()
