"""Make ../registry anew: all runs of the three experiments. See ../README.md."""

import os
import shutil
from pathlib import Path

# One thread: sums come out in the same order on every machine.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = "1"
os.environ["MPLBACKEND"] = "Agg"

import breast_cancer  # noqa: E402
import debian_sections  # noqa: E402
import digits  # noqa: E402
from run_log import fix_marker_times  # noqa: E402


def main():
    registry = Path(os.environ.get("REGISTRY", Path(__file__).parent.parent / "registry"))
    shutil.rmtree(registry, ignore_errors=True)
    for experiment in (digits, breast_cancer, debian_sections):
        experiment.main(registry)
    fix_marker_times(registry, "2026-09-14T09:00:00")


if __name__ == "__main__":
    main()
