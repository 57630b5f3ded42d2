#!/usr/bin/env python3
"""Prints what Python's csv and json modules read in folders with logs of Keras' CSVLogger.

    read_keras.py FOLDER > golden.json

The shape is that of all read_*.py: one JSON array of runs, sorted by their paths.
"""

import csv
import json
import pathlib
import sys


def flat(value, name=""):
    if isinstance(value, dict) and value:
        return {key: leaf for inner in value for key, leaf in flat(value[inner], f"{name}.{inner}" if name else inner).items()}
    return {name: json.dumps(value) if isinstance(value, (list, dict)) else value}


def read(folder, log):
    lines = log.read_text().splitlines()
    separator = lines[0][len("epoch")]
    rows = list(csv.DictReader(lines, delimiter=separator))
    histories = {
        name: [[int(row["epoch"]), float(row[name])] for row in rows if row[name] != "NA"]
        for name in rows[0]
        if name != "epoch"
    }
    metrics = {name: points[-1][1] for name, points in histories.items()}
    for name, value in json.loads((log.parent / "metrics.json").read_text()).items():
        metrics[f"evaluate_{name}"] = value
    return {
        "run": str(log.parent.relative_to(folder)),
        "name": log.parent.name,
        "status": "completed",
        "params": flat(json.loads((log.parent / "params.json").read_text())),
        "metrics": metrics,
        "histories": histories,
    }


folder = pathlib.Path(sys.argv[1])
logs = [file for name in ("training.log", "log.csv") for file in folder.rglob(name)]
json.dump(sorted((read(folder, log) for log in logs), key=lambda run: run["run"]), sys.stdout, indent=1)
print()
