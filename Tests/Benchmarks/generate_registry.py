"""Write a registry of many small runs, the same each time: python3 generate_registry.py FOLDER [RUNS=10000]

The files are those of experiment-results-manager 0.1.2: ten experiments of five variants share the runs; each has ten
parameters and ten metrics as text, a dict and one artifact.
"""

import json
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

START = datetime(2026, 1, 5, 8, 0, 0)


def write_marker(path, **fields):
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({**fields, "created_timestamp_utc": START.isoformat()}))


def main(folder, runs=10_000):
    root = Path(folder)
    generator = random.Random(2026)
    write_marker(root / ".erm_registry.json")
    for number in range(runs):
        experiment, variant = f"experiment-{number % 10}", f"variant-{number // 10 % 5}"
        moment = START + timedelta(seconds=61 * number)
        run = moment.strftime("%Y_%m_%d__%H_%M_%S")
        write_marker(root / experiment / ".erm_experiment.json", experiment_id=experiment)
        write_marker(root / experiment / variant / ".erm_variant.json", variant_id=variant)
        place = root / experiment / variant / run
        (place / "artifacts").mkdir(parents=True)
        (place / "artifacts" / "notes.md").write_text(f"# Try {number}\n")
        metadata = {
            "timestamp_utc": moment.isoformat(),
            "experiment_id": experiment,
            "variant_id": variant,
            "run_id": run,
            "params": {f"param_{index}": str(generator.random()) for index in range(10)},
            "metrics": {f"metric_{index}": str(generator.random()) for index in range(10)},
            "dicts": {"environment": {"host": "generated", "threads": "2"}},
            "artifacts": {"notes.md": {"id": "notes.md", "filename": "notes.md", "artifact_type": "binary"}},
        }
        (place / "erm_metadata.json").write_text(json.dumps(metadata))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
