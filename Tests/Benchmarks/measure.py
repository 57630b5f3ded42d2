"""Time `assay build` on the example and on 500 generated runs: python3 measure.py PATH-OF-ASSAY

Prints for each the best of three: wall time, processor time, largest memory, and what was written. Where the time goes is
measured by leaving parts out: listing alone, then building with one core and with all.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import generate_runs
import process

ROOT = Path(__file__).resolve().parent.parent.parent
REPEATS = 3


def report(label, command, before=lambda: None, cores=None):
    """Print one line for the fastest of a few runs."""
    results = []
    for _ in range(REPEATS):
        before()
        results.append(process.measure(command, cores))
    best = min(results, key=lambda one: one.wall)
    print(
        f"  {label:<34}{best.wall:8.2f} s   processor {best.user:6.2f} + {best.system:5.2f} s"
        f"   memory {best.memory:6.0f} MiB"
    )


def size(folder):
    """The number of files below a folder, and their size in MiB."""
    files = [path for path in Path(folder).rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files) / 2**20


def measure(assay, name, registry, options, scratch):
    """All measurements of one registry."""
    out = Path(scratch) / "site"

    def clear():
        shutil.rmtree(out, ignore_errors=True)

    print(f"{name}: {size(registry)[0]} files, {size(registry)[1]:.1f} MiB")
    build = [assay, "build", str(registry), "--out", str(out), *options]
    report("list (walk, read the metadata)", [assay, "list", str(registry), "--format", "json"])
    if hasattr(os, "sched_setaffinity"):
        first = {min(os.sched_getaffinity(0))}
        report("build on one core", build, clear, first)
    report(f"build on {os.cpu_count()} cores", build, clear)
    report("build again over the result", build)
    print(f"  wrote {size(out)[0]} files, {size(out)[1]:.1f} MiB")
    clear()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    assay = str(Path(sys.argv[1]).resolve())
    example = ROOT / "site-example"
    with tempfile.TemporaryDirectory() as scratch:
        options = ["--config", str(example / "assay.yaml")]
        measure(assay, "site-example", example / "registry", options, scratch)
        generated = Path(scratch) / "generated"
        generate_runs.main(generated)
        measure(assay, "500 generated runs", generated, [], scratch)


if __name__ == "__main__":
    main()
