#!/usr/bin/env python3
"""Reads offline runs with wandb's own code and prints what they hold, as JSON.

    read_wandb.py FOLDER > golden.json    FOLDER holds offline-run-*/run-*.wandb
    read_wandb.py --write FOLDER          writes an offline run of several blocks there instead

The log is taken apart by wandb.sdk.internal.datastore, which wandb has up to 0.24 (read with 0.23.1); the records are
those of its wandb_internal_pb2. The run was written with wandb 0.31.0, which no longer reads in Python.
"""

import json
import pathlib
import sys

import wandb


def flatten(prefix, value, into):
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            flatten(prefix + [key], inner, into)
    else:
        into[".".join(prefix)] = f"{len(value)} characters" if isinstance(value, str) and len(value) > 1000 else value


def items(updates):
    for item in updates:
        yield list(item.nested_key) or [item.key], json.loads(item.value_json)


def assign(tree, path, value):
    for name in path[:-1]:
        if not isinstance(tree.get(name), dict):
            tree[name] = {}
        tree = tree[name]
    tree[path[-1]] = value


def read(path):
    from wandb.proto import wandb_internal_pb2
    from wandb.sdk.internal import datastore

    store = datastore.DataStore()
    store.open_for_scan(str(path))
    run, config, summary, history, records = {}, {}, {}, {}, 0
    while True:
        data = store.scan_data()
        if data is None:
            break
        records += 1
        record = wandb_internal_pb2.Record()
        record.ParseFromString(data)
        kind = record.WhichOneof("record_type")
        if kind == "run":
            for path, value in items(record.run.config.update):
                assign(config, path, value)
            for name in ["run_id", "project", "run_group", "job_type", "display_name", "notes", "host"]:
                run[name] = getattr(record.run, name)
            run["tags"] = list(record.run.tags)
            run["start_microseconds"] = record.run.start_time.ToMicroseconds()
        elif kind == "config":
            for path, value in items(record.config.update):
                assign(config, path, value)
        elif kind == "summary":
            for path, value in items(record.summary.update):
                assign(summary, path, value)
        elif kind == "history":
            row = {}
            for path, value in items(record.history.item):
                assign(row, path, value)
            flat = {}
            flatten([], row, flat)
            for name, value in flat.items():
                history.setdefault(name, []).append([record.history.step.num, value])
        elif kind == "exit":
            run["exit_code"] = record.exit.exit_code
    flat_config, flat_summary = {}, {}
    flatten([], config, flat_config)
    flatten([], summary, flat_summary)
    return {
        "records": records, "run": run, "config": flat_config, "summary": flat_summary, "history": history,
    }


def write(folder):
    run = wandb.init(
        mode="offline", dir=folder, project="long", name="many blocks", id="longrun1",
        config={
            "text": "ab" * 20000, "nested": {"a": {"b": 1}, "list": [1, "x", None]}, "lr": 0.1, "p/q": "é",
        },
        settings=wandb.Settings(
            console="off", x_disable_stats=True, x_disable_meta=True, host="workstation",
            x_disable_machine_info=True))
    run.config.update({"lr": 0.5}, allow_val_change=True)
    run.config.update({"nested": {"a": 2}}, allow_val_change=True)
    for step in range(60):
        values = {
            "loss": float("nan") if step == 7 else 1 / (step + 1),
            "deep": {"acc": step / 60, "inf": float("inf")},
            "phase": "warm" if step < 5 else "main",
            "flag": step % 2 == 0,
        }
        if step % 10 == 0:
            values["hist"] = wandb.Histogram(np_histogram=([1, 2], [0, 1, 2]))
        run.log(values, step=step * 2)
    run.log({
        "pre/predictions": wandb.Table(
            columns=["id", "y_true", "y_pred"], data=[["a", "x, y", "z"], ["b", "=1", 'q"q']]),
    })
    run.summary["best"] = {"acc": 0.5, "name": "b"}
    run.summary["note"] = "fine"
    run.finish()


if sys.argv[1] == "--write":
    write(sys.argv[2])
else:
    runs = {p.parent.name: read(p) for p in sorted(pathlib.Path(sys.argv[1]).glob("*/run-*.wandb"))}
    print(json.dumps(runs, indent=1, sort_keys=True, ensure_ascii=False))
