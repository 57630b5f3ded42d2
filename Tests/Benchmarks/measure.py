"""Time `assay build` on the example and on 500 generated runs: python3 measure.py PATH-OF-ASSAY

Prints for each the best of three: wall time, processor time, largest memory, and what was written. Where the time goes is
measured by leaving parts out: listing alone, then building with one core and with all.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

import generate_runs

ROOT = Path(__file__).resolve().parent.parent.parent
REPEATS = 3


def run(command, cores=None):
    """Run a command; return its wall seconds, user and system seconds, and largest memory in MiB."""
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        if cores:
            os.sched_setaffinity(0, cores)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.execv(command[0], command)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed with status {os.waitstatus_to_exitcode(status)}: {' '.join(command)}")
    return wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024


def report(label, command, before=lambda: None, cores=None):
    """Print one line for the fastest of a few runs."""
    results = []
    for _ in range(REPEATS):
        before()
        results.append(run(command, cores))
    wall, user, system, memory = min(results)
    print(f"  {label:<34}{wall:8.2f} s   processor {user:6.2f} + {system:5.2f} s   memory {memory:6.0f} MiB")


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
