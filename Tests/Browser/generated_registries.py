"""Registries of made-up runs for the weight of pages: as many rows, experiments and runs as the budget speaks of."""

import random
import sys
from pathlib import Path

from registry_files import RegistryWriter

sys.path.append(str(Path(__file__).resolve().parent.parent / "Benchmarks"))
import generate_runs  # noqa: E402

LABELS = [f"label-{number}" for number in range(10)]


def test_set(rows, labels=LABELS):
    """True labels, the same for each run of that many rows."""
    generator = random.Random(rows)
    return [generator.randrange(len(labels)) for _ in range(rows)]


def add_run(writer, experiment, name, rows, labels=LABELS):
    """A run with probabilities, texts, parameters, metrics and notes."""
    generator = random.Random(f"{experiment} {name}")
    text, accuracy = generate_runs.predictions(generator, labels, rows, 1.5, test_set(rows, labels))
    writer.run(
        experiment, "main", name,
        [
            ("predictions", "predictions.csv", "binary", text),
            ("notes.md", "notes.md", "binary", f"# Try {name}\n\nThe rate was *lowered*.\n"),
        ],
        params={"rate": generator.random(), "depth": 3, "seed": name}, metrics={"accuracy": accuracy},
        dicts={"environment": {"host": "generated", "threads": "2"}},
    )


def write(folder):
    """Write all of them and return their folders by name."""
    rows = {"thousand": 1_000, "fifty-thousand": 50_000}
    for name, count in rows.items():
        add_run(RegistryWriter(folder / name), "ten-labels", "only", count)
    four = RegistryWriter(folder / "four-runs")
    for number in range(4):
        add_run(four, "ten-labels", f"run-{number}", 1_000)
    hundred = RegistryWriter(folder / "hundred-experiments")
    for number in range(100):
        for run in range(2):
            add_run(hundred, f"experiment-{number:03}", f"run-{run}", 50, LABELS[:3])
    return {name: folder / name for name in [*rows, "four-runs", "hundred-experiments"]}
