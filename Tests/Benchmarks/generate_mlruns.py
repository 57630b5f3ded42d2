"""Write an MLflow file store of made-up runs, the same each time: python3 generate_mlruns.py FOLDER [RUNS=500]

FOLDER becomes the store (`mlruns`). Each run has what MLflow 3.17 writes: meta.yaml, 20 parameters, 20 metrics and
2 tags, each a file, so 43 files; 500 runs have 21,500, beside one for each of the five experiments. Three metrics of
a run (train/loss, val/loss, val/accuracy) are logged over 10 steps, the other 17 once. The experiments share the runs
evenly; one run in twenty failed.
"""

import random
import sys
import uuid
from pathlib import Path

EXPERIMENTS = ["churn", "petals", "sections", "species", "digits"]
START = 1_767_600_000_000
STEPS = 10
LOCATION = "file:///somewhere/project/mlruns"
SINGLE = (
    "accuracy balanced_accuracy precision_macro recall_macro f1_macro f1_weighted log_loss roc_auc brier_score "
    "matthews_corrcoef cohen_kappa test/accuracy test/f1_macro test/log_loss fit_seconds predict_seconds rows"
).split()


def experiment_meta(identifier, name):
    return (
        f"artifact_location: {LOCATION}/{identifier}\ncreation_time: {START}\n"
        f"effective_trace_archival_retention: null\nexperiment_id: '{identifier}'\nlast_update_time: {START}\n"
        f"lifecycle_stage: active\nname: {name}\ntrace_location: null\nworkspace: default\n"
    )


def run_meta(experiment, identifier, name, start, end, status):
    return (
        f"artifact_uri: {LOCATION}/{experiment}/{identifier}/artifacts\nend_time: {end}\nentry_point_name: ''\n"
        f"experiment_id: '{experiment}'\nlifecycle_stage: active\nrun_id: {identifier}\nrun_name: {name}\n"
        f"source_name: ''\nsource_type: 4\nsource_version: ''\nstart_time: {start}\nstatus: {status}\ntags: []\n"
        "user_id: user\n"
    )


def parameters(generator):
    values = {
        "model/kind": generator.choice(["mlp", "forest", "logistic"]),
        "model/layers": generator.randint(1, 4),
        "model/activation": generator.choice(["relu", "tanh"]),
        "optimizer.name": generator.choice(["adam", "sgd"]),
        "optimizer.lr": generator.choice([0.1, 0.03, 0.01, 0.003, 0.001]),
        "optimizer.momentum": generator.choice([0.0, 0.9]),
        "batch_size": generator.choice([16, 32, 64, 128]),
        "hidden": f"({generator.choice([16, 32, 64])},)",
        "seed": generator.randint(0, 999),
        "data/split": "stratified",
        "data/test_size": 0.25,
    }
    for number in range(20 - len(values)):
        values[f"option_{number}"] = f"{generator.random():.3f}"
    return values


def metrics(generator, start):
    """Key → lines of `milliseconds value step`."""
    skill = generator.uniform(0.6, 0.99)
    lines = {}
    for key, sign in (("train/loss", 1.1), ("val/loss", 1.0), ("val/accuracy", 0.0)):
        points = []
        for step in range(STEPS):
            progress = 1 - 0.7**step
            value = skill * progress if sign == 0 else sign * (1.2 - skill * progress)
            points.append(f"{start + 1000 * step} {value + generator.uniform(-0.01, 0.01)} {step}\n")
        lines[key] = "".join(points)
    for key in SINGLE:
        value = 450.0 if key == "rows" else skill + generator.uniform(-0.05, 0.05)
        lines[key] = f"{start + 11_000} {value} 0\n"
    return lines


def write_keys(folder, values):
    for key, value in values.items():
        file = folder / key
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(str(value))


def main(folder, runs=500):
    store = Path(folder)
    generator = random.Random(2026)
    identifiers = {}
    (store / ".trash").mkdir(parents=True)
    for name in EXPERIMENTS:
        identifiers[name] = str(generator.randrange(10**17, 10**18))
        place = store / identifiers[name]
        place.mkdir()
        (place / "meta.yaml").write_text(experiment_meta(identifiers[name], name))
    for number in range(runs):
        experiment = identifiers[EXPERIMENTS[number % len(EXPERIMENTS)]]
        identifier = uuid.UUID(int=generator.getrandbits(128), version=4).hex
        start = START + 10_800_000 * number
        name = f"try-{number:04d}"
        place = store / experiment / identifier
        for part in ("metrics", "params", "tags", "artifacts"):
            (place / part).mkdir(parents=True)
        status = 4 if number % 20 == 19 else 3
        (place / "meta.yaml").write_text(run_meta(experiment, identifier, name, start, start + 12_000, status))
        write_keys(place / "params", parameters(generator))
        write_keys(place / "metrics", metrics(generator, start))
        write_keys(place / "tags", {"mlflow.runName": name, "mlflow.user": "user"})


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:]))
