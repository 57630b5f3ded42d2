#!/usr/bin/env python3
"""Prints what Python reads in the folders of Sacred's FileStorageObserver.

    read_sacred.py FOLDER > golden.json

Configurations are restored by Sacred's own serializer (version 0.8.7), the rest is read by the json module. The shape
is that of all read_*.py: one JSON array of runs, sorted by their paths.
"""

import datetime
import json
import pathlib
import sys

from sacred.serializer import restore


def flat(value, name=""):
    if isinstance(value, dict) and value:
        return {key: leaf for inner in value for key, leaf in flat(value[inner], f"{name}.{inner}" if name else inner).items()}
    return {name: json.dumps(value) if isinstance(value, (list, dict)) else value}


def read(folder, run):
    record = json.loads((run / "run.json").read_text())
    histories = {}
    for name, lists in json.loads((run / "metrics.json").read_text()).items():
        histories[name] = sorted(map(list, zip(lists["steps"], lists["values"])), key=lambda point: point[0])
    metrics = {name: points[-1][1] for name, points in histories.items()}
    if isinstance(record["result"], float):
        metrics["result"] = record["result"]
    start, stop = (datetime.datetime.fromisoformat(record[key]) for key in ["start_time", "stop_time"])
    return {
        "run": str(run.relative_to(folder)),
        "name": run.name,
        "experiment": record["experiment"]["name"],
        "status": record["status"].lower(),
        "timestamp": record["start_time"] + "Z",
        "duration": (stop - start).total_seconds(),
        "notes": record["meta"].get("comment"),
        "error": "".join(record["fail_trace"]) if "fail_trace" in record else None,
        "params": flat(restore(json.loads((run / "config.json").read_text()))),
        "metrics": metrics,
        "histories": histories,
    }


folder = pathlib.Path(sys.argv[1])
runs = [read(folder, file.parent) for file in folder.glob("*/run.json")]
json.dump(sorted(runs, key=lambda run: run["run"]), sys.stdout, indent=1)
print()
