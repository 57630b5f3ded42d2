#!/usr/bin/env python3
"""Prints what DVCLive 3.49.1 reads in folders that it wrote.

    read_dvclive.py FOLDER > golden.json

The metrics and histories are those that its own `utils.read_latest` and `utils.parse_metrics` give to its `Live`; the
parameters are read by its `serialize.load_yaml`. Confusion matrices are counted by scikit-learn. The shape is that of
all read_*.py: one JSON array of runs, sorted by their paths.
"""

import json
import pathlib
import sys

import sklearn.metrics
from dvclive import Live
from dvclive.serialize import load_yaml
from dvclive.utils import parse_json, parse_metrics


def flat(value, separator, name=""):
    if isinstance(value, dict) and value:
        return {
            key: leaf
            for inner in value
            for key, leaf in flat(value[inner], separator, f"{name}{separator}{inner}" if name else inner).items()
        }
    return {name: json.dumps(value) if isinstance(value, (list, dict)) else value}


def read(folder, run):
    live = Live(str(run / "dvclive"), resume=True, save_dvc_exp=False, dvcyaml=None, report=None, monitor_system=False)
    series, latest = parse_metrics(live)
    root = pathlib.Path(live.plots_dir) / "metrics"
    histories = {}
    for path, rows in series.items():
        name = str(pathlib.Path(path).relative_to(root).with_suffix(""))
        histories[name] = [[int(row["step"]), float(row[pathlib.Path(path).stem])] for row in rows]
    metrics = {name: points[-1][1] for name, points in histories.items()}
    for name, value in flat(latest, "/").items():
        if name != "step":
            metrics.setdefault(name, value)
    examples = parse_json(run / "dvclive/plots/sklearn/cm.json")
    truth, predicted = [row["actual"] for row in examples], [row["predicted"] for row in examples]
    labels = sorted(set(truth) | set(predicted))
    return {
        "run": str(run.relative_to(folder)),
        "name": run.name,
        "experiment": folder.name,
        "params": flat(load_yaml(run / "dvclive/params.yaml"), "."),
        "metrics": metrics,
        "histories": histories,
        "confusion": {
            "labels": labels,
            "counts": sklearn.metrics.confusion_matrix(truth, predicted, labels=labels).tolist(),
        },
    }


folder = pathlib.Path(sys.argv[1]).resolve()
runs = [read(folder, path.parent) for path in sorted(folder.glob("*/dvclive"))]
json.dump(sorted(runs, key=lambda run: run["run"]), sys.stdout, indent=1)
print()
