#!/usr/bin/env python3
"""Prints what Python's json module reads in output folders of the Trainer of Hugging Face's transformers.

    read_hf-trainer.py FOLDER > golden.json

The shape is that of all read_*.py: one JSON array of runs, sorted by their paths.
"""

import json
import pathlib
import sys

PARAMETERS = ["train_batch_size", "max_steps", "num_train_epochs", "eval_steps", "logging_steps", "save_steps"]


def load(path):
    return json.loads(path.read_text())


def read(folder, run):
    state = load(run / "trainer_state.json")
    histories = {}
    for row in state["log_history"]:
        for name, value in row.items():
            points = histories.setdefault(name, []) if name != "step" else None
            point = [row["step"], value]
            if points is not None and not (name == "epoch" and points and points[-1] == point):
                points.append(point)
    metrics = {name: points[-1][1] for name, points in histories.items()}
    for name, value in load(run / "all_results.json").items():
        metrics.setdefault(name, value)
    params = {name: state[name] for name in PARAMETERS}
    for name, callback in state["stateful_callbacks"].items():
        if name != "TrainerControl":
            params.update({f"{name}.{key}": value for key, value in callback["args"].items()})
    return {
        "run": str(run.relative_to(folder)),
        "name": run.name,
        "experiment": folder.name,
        "status": "completed",
        "duration": load(run / "train_results.json")["train_runtime"],
        "params": params,
        "metrics": metrics,
        "histories": histories,
        "dicts": {
            "id2label": load(run / "config.json")["id2label"],
            **{f"{kind} results": load(run / f"{kind}_results.json") for kind in ["train", "eval", "predict"]},
        },
    }


folder = pathlib.Path(sys.argv[1])
runs = [read(folder, file.parent) for file in folder.glob("*/trainer_state.json")]
json.dump(sorted(runs, key=lambda run: run["run"]), sys.stdout, indent=1)
print()
