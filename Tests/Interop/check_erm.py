#!/usr/bin/env python3
"""Holds Assay's registry against the program whose format it is, experiment-results-manager 0.1.2.

    check_erm.py read REGISTRY          opens every run that the program lists and prints what it sees
    check_erm.py write REGISTRY COUNT   logs COUNT generated runs with every type, prints what it sees of them

What is printed is one JSON array of runs, sorted by path. Numbers are the text that the program makes of them,
the bytes of artifacts are hexadecimal.
"""

import contextlib
import json
import pathlib
import random
import sys
from datetime import datetime, timedelta, timezone

import matplotlib

matplotlib.use("Agg")

import experiment_results_manager as erm  # noqa: E402
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
import plotly.graph_objects as go  # noqa: E402
from experiment_results_manager.artifact import ArtifactType  # noqa: E402
from experiment_results_manager.registry import (  # noqa: E402
    list_experiments,
    list_runs,
    list_variants,
)
from experiment_results_manager.serde import load_run_from_registry  # noqa: E402


def seen(registry: str) -> list:
    """Every run that the program lists, as it loads them."""
    uri = "file://" + str(pathlib.Path(registry).resolve())
    runs = {}
    for experiment in list_experiments(uri):
        for variant in list_variants(uri, experiment):
            for run in list_runs(uri, experiment, variant):
                loaded = load_run_from_registry(uri, experiment, variant, run)
                runs[f"{experiment}/{variant}/{run}"] = described(loaded)
    return [runs[path] | {"path": path} for path in sorted(runs, key=str.encode)]


def described(run) -> dict:
    """What the program knows of one run."""
    as_text = {str: str, int: str, float: str}
    values = lambda table: {key: as_text[type(value)](value) for key, value in table.items()}  # noqa: E731
    moment = run.timestamp_utc
    if moment.tzinfo is not None:
        moment = moment.astimezone(timezone.utc).replace(tzinfo=None)
    return {
        "experiment": run.experiment_id,
        "variant": run.variant_id,
        "run": run.run_id,
        "timestamp": moment.isoformat(),
        "params": values(run.params),
        "metrics": values(run.metrics),
        "dicts": {name: values(table) for name, table in run.dicts.items()},
        "artifacts": {
            name: {
                "id": artifact.id,
                "filename": artifact.filename,
                "type": ArtifactType(artifact.artifact_type).value,
                "bytes": artifact.bytes.hex(),
            }
            for name, artifact in run.artifacts.items()
        },
    }


def generated_value(generator: random.Random):
    """A value of one of the types that the program takes."""
    return generator.choice(
        [
            generator.randint(-(10**6), 10**6),
            2**70,
            generator.uniform(-1, 1),
            generator.uniform(-1, 1) * 10.0 ** generator.randint(-30, 30),
            0.1 + 0.2,
            1.0,
            float("nan"),
            float("inf"),
            float("-inf"),
            True,
            False,
            np.int64(generator.randint(0, 100)),
            np.float64(generator.uniform(0, 1)),
            b"bytes",
            "relu",
            "",
            "0.10",
            "nan",
            "True",
            "two\nlines",
            "<b>bold</b> & \"quoted\"",
            "caf\u00e9 cafe\u0301 \U0001f600 \u202eright to left",
            "a\u0000b",
        ]
    )


def generated_table(generator: random.Random) -> dict:
    keys = ["lr", "x2", "x10", "val/loss", "macro f1", "caf\u00e9", "cafe\u0301", "", "a\nb", "<key>"]
    return {key: generated_value(generator) for key in generator.sample(keys, generator.randint(0, len(keys)))}


def log_artifacts(run, generator: random.Random) -> None:
    run.log_text("# Notes\n\nA **try**.\n", "notes.md")
    run.log_text(generator.choice(["", "plain", "caf\u00e9\u0000"]), "text")
    run.log_artifact(generator.randbytes(50), "model", "model.pickle")
    run.log_artifact(generator.randbytes(5), "nested", "sub/dir/n.bin")
    run.log_artifact(b"<p>page</p>", "page", "page.html", ArtifactType.HTML)
    run.log_artifact(b"\xff\xd8\xff\xe0", "photo", "photo.jpg", ArtifactType.JPG)
    run.log_image(b"\x89PNG\r\n\x1a\n", "swatch with a blank")


def log_figures(run) -> None:
    run.log_figure(go.Figure(go.Bar(x=np.array([1, 2, 3]), y=np.array([0.5, 0.25, 0.125]))), "bars")
    figure, axes = plt.subplots(figsize=(1, 1))
    axes.plot([0, 1], [0, 1])
    run.log_figure(figure, "ROC curve")
    plt.close(figure)


def write(registry: str, count: int) -> None:
    """Logs runs of every type; from a fixed seed, so that a failure can be repeated."""
    uri = "file://" + str(pathlib.Path(registry).resolve())
    generator = random.Random(20260302)
    moment = datetime(2026, 3, 2, 9, 10, 7)
    for number in range(count):
        moment += timedelta(minutes=7, microseconds=generator.choice([0, 0, 1, 250000]))
        zone = generator.choice([None, timezone.utc, timezone(timedelta(hours=5, minutes=30))])
        run = erm.ExperimentRun(
            experiment_id=generator.choice(["digits", "team/digits", "d\u00e9j\u00e0 vu"]),
            variant_id=generator.choice(["main", "forest", "deep/wide", "x 1"]),
            run_id=generator.choice([None, f"custom run {number}", f"sweep/{number}"]),
            timestamp_utc=moment.replace(tzinfo=zone),
            features=["width", "height"],
        )
        for key, value in generated_table(generator).items():
            run.log_param(key, value)
        for key, value in generated_table(generator).items():
            run.log_metric(key, value)
        for name in generator.sample(["recall by class", "environment", "d\u00e9tail"], generator.randint(0, 3)):
            run.log_dict(name, generated_table(generator))
        if generator.random() < 0.8:
            log_artifacts(run, generator)
        if number % 20 == 0:
            log_figures(run)
        with contextlib.redirect_stdout(sys.stderr):
            erm.save_run_to_registry(run, uri)


def main() -> None:
    mode, registry, *rest = sys.argv[1:]
    if mode == "write":
        write(registry, int(rest[0]))
    elif mode != "read":
        sys.exit(__doc__)
    json.dump(seen(registry), sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
