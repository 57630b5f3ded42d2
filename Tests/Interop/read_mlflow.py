"""Print as JSON what MLflow itself reads from a store: python3 read_mlflow.py SOURCE

SOURCE is a folder `mlruns` or a database `mlflow.db`; it is copied first, because MLflow writes into what it opens.
Needs mlflow-skinny 3.17.2 and, for a database, SQLAlchemy and alembic, in an environment of its own: MLflow wants
pydantic 2, experiment-results-manager, which the other tests run, pydantic 1. Hence the output is kept beside the
samples, as Tests/Fixtures/foreign/mlflow/{mlruns,mlflow.db}.golden.json.

Numbers that are not finite are the strings "NaN", "Infinity" and "-Infinity". A database gives the largest finite
number where an infinity was logged, as MLflow does.
"""

import json
import math
import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("MLFLOW_ALLOW_FILE_STORE", "true")
os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")

import mlflow  # noqa: E402
from mlflow import MlflowClient  # noqa: E402


def number(value):
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def history(client, run, key):
    """The points of a metric by (step, time, value): [step, milliseconds, value]."""
    points = list(client.get_metric_history(run.info.run_id, key))
    points.sort(key=lambda point: (point.step, point.timestamp, 0 if math.isnan(point.value) else point.value))
    return [[point.step, point.timestamp, number(point.value)] for point in points]


def described(client, experiment, run):
    return {
        "run_id": run.info.run_id,
        "experiment": experiment.name,
        "name": run.info.run_name,
        "status": run.info.status,
        "start_time": run.info.start_time,
        "end_time": run.info.end_time,
        "params": dict(sorted(run.data.params.items())),
        "metrics": {key: number(value) for key, value in sorted(run.data.metrics.items())},
        "histories": {key: history(client, run, key) for key in sorted(run.data.metrics)},
        "tags": dict(sorted(run.data.tags.items())),
        "datasets": [
            {
                "name": item.dataset.name,
                "digest": item.dataset.digest,
                "source": item.dataset.source,
                "tags": {tag.key: tag.value for tag in item.tags},
            }
            for item in run.inputs.dataset_inputs
        ],
    }


def runs(client, experiment):
    token = None
    while True:
        page = client.search_runs([experiment.experiment_id], max_results=1000, page_token=token)
        yield from page
        token = page.token
        if not token:
            return


def add_empty_folders(store):
    """MLflow takes no folder for a run that lacks one of these, and git keeps no empty folder."""
    for metrics in store.glob("*/*/metrics"):
        for name in ("metrics", "params", "tags", "artifacts"):
            (metrics.parent / name).mkdir(exist_ok=True)


def main(source):
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(source)
        copy = Path(scratch) / path.name
        if path.is_dir():
            shutil.copytree(path, copy)
            add_empty_folders(copy)
            client = MlflowClient(tracking_uri=copy.as_uri())
        else:
            shutil.copy(path, copy)
            client = MlflowClient(tracking_uri=f"sqlite:///{copy}")
        found = [
            described(client, experiment, run)
            for experiment in client.search_experiments()
            for run in runs(client, experiment)
        ]
    found.sort(key=lambda run: run["run_id"])
    json.dump({"mlflow": mlflow.__version__, "runs": found}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
