#!/usr/bin/env python3
"""Prints what the json module reads in scikit-learn's classification reports.

    read_sklearn.py FOLDER > golden.json

The shape is that of all read_*.py: one JSON array of runs, sorted by their paths.
"""

import json
import pathlib
import sys

AVERAGES = {"macro avg": "macro", "weighted avg": "weighted", "micro avg": "micro", "samples avg": "samples"}
SCORES = {"precision": "precision", "recall": "recall", "f1-score": "f1", "support": "support"}


def read(folder, file):
    report = json.loads(file.read_text())
    metrics, dicts = {}, {}
    for name, values in report.items():
        if not isinstance(values, dict):
            metrics[name] = values
            continue
        for column, score in SCORES.items():
            if name in AVERAGES:
                metrics[score if score == "support" else f"{score}_{AVERAGES[name]}"] = values[column]
            else:
                dicts.setdefault(f"{score} by class", {})[name] = values[column]
    path = str(file.relative_to(folder).with_suffix(""))
    return {"run": path, "name": file.stem, "metrics": metrics, "dicts": dicts, "params": {}, "histories": {}}


folder = pathlib.Path(sys.argv[1])
runs = [read(folder, file) for file in sorted(folder.rglob("*.json"))]
json.dump(sorted(runs, key=lambda run: run["run"]), sys.stdout, indent=1)
print()
