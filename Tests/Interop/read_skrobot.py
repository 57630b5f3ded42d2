#!/usr/bin/env python3
"""Reads the tables of a skrobot experiment with pandas and picks the rows that skrobot picks, as JSON.

    read_skrobot.py FOLDER > golden.json    FOLDER is one experiment's

Written with pandas 3.1.1 and lxml. skrobot 1.0.13 itself has no reader. Its choice of a threshold: the best mean of
the metric, of these the smallest deviation, of these the lowest threshold.
"""

import json
import pathlib
import sys

import pandas

folder = pathlib.Path(sys.argv[1])
params = json.loads((folder / "evaluation_cross_validation_task.params").read_text())
objective = json.loads((folder / "hyper_parameters_search_cross_validation_task.params").read_text())["objective_score"]

search = pandas.read_html(folder / "search_results.html")[0]
best = search.loc[search[f"rank_validation_{objective}"].idxmin()]

summary = pandas.read_html(folder / "cv_splits_threshold_metrics_summary.html")[0]
metric = params["threshold_selection_by"]
order = summary.sort_values(
    [f"validation_{metric}_mean", f"validation_{metric}_std", "threshold"],
    ascending=[not params["metric_greater_is_better"], True, True])
chosen = order.iloc[0]
test = pandas.read_html(folder / "test_threshold_metrics.html")[0]
row = test[test["threshold"] == chosen["threshold"]].iloc[0]


def columns(values, prefix, suffix=""):
    return {k: float(v) for k, v in values.items() if k.startswith(prefix) and k.endswith(suffix)}


print(json.dumps({
    "search": columns(best, "mean_validation_"),
    "parameters": {k: float(v) for k, v in best.items() if k.startswith("param_")},
    "threshold": float(chosen["threshold"]),
    "validation": columns(chosen, "validation_", "_mean"),
    "test": columns(row, "test_"),
}, indent=1))
