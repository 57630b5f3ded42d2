"""Write a registry of made-up runs, the same each time: python3 generate_runs.py FOLDER [RUNS=500] [ROWS=200]

The files are those of experiment-results-manager 0.1.2: markers, erm_metadata.json with numbers as text, artifacts.
Five experiments with four variants each share the runs; one experiment in five is binary, the others have 3 to 10 labels.
"""

import json
import random
import sys
from datetime import datetime, timedelta
from pathlib import Path

WORDS = "archive build cache daemon editor filter graph host image kernel library mail network packet query".split()
EXPERIMENTS = [("churn", 2), ("petals", 3), ("sections", 5), ("species", 8), ("digits", 10)]
VARIANTS = ["boosting", "forest", "logistic", "neighbours"]
START = datetime(2026, 1, 5, 8, 0, 0)


def softmax_row(generator, labels, truth, skill):
    """Probabilities that favour the true label the more, the greater the skill."""
    weights = [generator.gammavariate(1, 1) for _ in range(labels)]
    weights[truth] += skill * generator.random() * labels
    total = sum(weights)
    return [weight / total for weight in weights]


def predictions(generator, names, rows, skill, test_set):
    """A prediction file, and its accuracy; ids and truth depend on the test set only."""
    lines = ["id,y_true,y_pred," + ",".join(f"proba_{name}" for name in names) + ",text"]
    right = 0
    for row, truth in enumerate(test_set):
        values = softmax_row(generator, len(names), truth, skill)
        predicted = values.index(max(values))
        right += predicted == truth
        text = " ".join(generator.choices(WORDS, k=generator.randint(3, 9)))
        cells = [f"row-{row:05d}", names[truth], names[predicted], *(f"{value:.5g}" for value in values), text]
        lines.append(",".join(cells))
    return "\n".join(lines) + "\n", right / rows


def write_marker(path, **fields):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**fields, "created_timestamp_utc": START.isoformat()}))


def main(folder, runs=500, rows=200):
    root = Path(folder)
    generator = random.Random(2026)
    write_marker(root / ".erm_registry.json")
    test_sets = {name: [generator.randrange(labels) for _ in range(rows)] for name, labels in EXPERIMENTS}
    for number in range(runs):
        experiment, labels = EXPERIMENTS[number % len(EXPERIMENTS)]
        variant = VARIANTS[number // len(EXPERIMENTS) % len(VARIANTS)]
        moment = START + timedelta(hours=3 * number)
        run = moment.strftime("%Y_%m_%d__%H_%M_%S")
        write_marker(root / experiment / ".erm_experiment.json", experiment_id=experiment)
        write_marker(root / experiment / variant / ".erm_variant.json", variant_id=variant)
        place = root / experiment / variant / run
        (place / "artifacts").mkdir(parents=True)
        names = [f"{experiment}-{label}" for label in range(labels)]
        rate = round(10 ** generator.uniform(-4, -1), 6)
        text, accuracy = predictions(generator, names, rows, 1 + generator.random() * 2, test_sets[experiment])
        notes = f"# Try {number}\n\nA learning rate of {rate} on *{experiment}*. Accuracy {accuracy:.4f}.\n"
        (place / "artifacts" / "predictions.csv").write_text(text)
        (place / "artifacts" / "notes.md").write_text(notes)
        metadata = {
            "timestamp_utc": moment.isoformat(),
            "experiment_id": experiment,
            "variant_id": variant,
            "run_id": run,
            "params": {"rate": str(rate), "depth": str(generator.randint(1, 9)), "seed": str(number)},
            "metrics": {"accuracy": f"{accuracy:.4f}", "loss": f"{generator.random():.4f}"},
            "dicts": {"environment": {"host": "generated", "threads": "2"}},
            "artifacts": {
                "predictions": {"id": "predictions", "filename": "predictions.csv", "artifact_type": "binary"},
                "notes.md": {"id": "notes.md", "filename": "notes.md", "artifact_type": "binary"},
            },
        }
        (place / "erm_metadata.json").write_text(json.dumps(metadata))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
