"""Time large stores of runs: python3 stores.py PATH-OF-ASSAY PYTHON-WITH-MLFLOW

1. A generated MLflow file store of 500 runs (20 parameters and 20 metrics each, 21,505 files) into a site with index,
   leaderboards and 500 run pages, beside `mlflow.search_runs` loading the same store, turn by turn in one run.
2. A registry of 10,000 runs listed: without an index, with one, and with the system's own cache of files emptied first,
   where this process may do that.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import generate_mlruns
import generate_registry
import process

ROUNDS = 5
HERE = Path(__file__).resolve().parent


def site_beside_mlflow(assay, python, scratch):
    """Print what building the site and what MLflow's loading took, each the best and the median of a few rounds."""
    store = Path(scratch) / "mlruns"
    generate_mlruns.main(str(store), 500)
    files = sum(1 for path in store.rglob("*") if path.is_file())
    site = Path(scratch) / "site"
    build = [assay, "build", str(store), "--out", str(site)]
    loading = [python, str(HERE / "peers" / "mlflow_load.py"), str(store)]
    ours, theirs, imports = [], [], []
    for _ in range(ROUNDS):
        shutil.rmtree(site, ignore_errors=True)
        ours.append(process.measure(build).wall)
        imported, loaded, runs, _ = process.measure(loading).output.decode().split()[-4:]
        assert int(runs) == 500, runs
        imports.append(float(imported))
        theirs.append(float(loaded))
    pages = sum(1 for path in site.rglob("index.html"))
    middle = ROUNDS // 2
    print(f"MLflow file store: 500 runs, {files} files -> a site of {pages} pages with as many comparisons")
    print(f"  assay build, the whole program     best {min(ours):.3f} s   median {sorted(ours)[middle]:.3f} s")
    print(f"  mlflow.search_runs, loading alone  best {min(theirs):.3f} s   median {sorted(theirs)[middle]:.3f} s")
    print(f"  importing mlflow before that       best {min(imports):.3f} s")
    print(f"  ratio of the medians {sorted(ours)[middle] / sorted(theirs)[middle]:.2f} (<= 1)")


def empty_caches():
    """Make the system forget what it holds of the disk; False where that is not allowed."""
    try:
        subprocess.run(["sync"], check=True)
        Path("/proc/sys/vm/drop_caches").write_text("3")
        return True
    except OSError:
        return False


def listing(assay, scratch):
    """Print what listing 10,000 runs takes."""
    registry = Path(scratch) / "registry"
    generate_registry.main(str(registry), 10_000)
    os.environ["XDG_CACHE_HOME"] = str(Path(scratch) / "cache")
    command = [assay, "list", str(registry), "--format", "json"]
    print("registry of 10,000 runs: assay list --format json")
    # Changes of the last two seconds are not kept in an index; wait as a user would.
    subprocess.run(["sleep", "2.5"], check=True)
    print(f"  without an index                   {process.measure(command).wall:.3f} s")
    with_index = [process.measure(command).wall for _ in range(ROUNDS)]
    print(f"  with the index                     {min(with_index):.3f} s (<= 1)")
    if empty_caches():
        print(f"  and the system's caches emptied    {process.measure(command).wall:.3f} s")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    assay = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as scratch:
        site_beside_mlflow(assay, sys.argv[2], scratch)
        listing(assay, scratch)


if __name__ == "__main__":
    main()
