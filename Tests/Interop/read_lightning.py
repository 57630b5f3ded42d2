#!/usr/bin/env python3
"""Prints what Python's csv module and PyYAML read in folders with logs of Lightning's CSVLogger.

    read_lightning.py FOLDER > golden.json

The shape is that of all read_*.py: one JSON array of runs, sorted by their paths.
"""

import csv
import json
import pathlib
import sys

import yaml


def flat(value, name=""):
    if isinstance(value, dict) and value:
        return {key: leaf for inner in value for key, leaf in flat(value[inner], f"{name}.{inner}" if name else inner).items()}
    return {name: json.dumps(value) if isinstance(value, (list, dict)) else value}


def read(folder, log):
    histories = {}
    with log.open(newline="") as file:
        for row in csv.DictReader(file):
            for name, text in row.items():
                point = [int(row["step"]), float(text)] if name != "step" and text != "" else None
                points = histories.setdefault(name, []) if point else None
                if point and not (name == "epoch" and points and points[-1] == point):
                    points.append(point)
    return {
        "run": str(log.parent.relative_to(folder)),
        "name": log.parent.name,
        "experiment": log.parent.parent.name,
        "params": flat(yaml.safe_load((log.parent / "hparams.yaml").read_text())),
        "metrics": {name: points[-1][1] for name, points in histories.items()},
        "histories": histories,
    }


folder = pathlib.Path(sys.argv[1])
runs = [read(folder, log) for log in folder.rglob("metrics.csv")]
json.dump(sorted(runs, key=lambda run: run["run"]), sys.stdout, indent=1)
print()
