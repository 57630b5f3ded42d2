"""One run as a value, and the two ways in which this example writes runs: experiment-results-manager and `assay log`."""

import json
import os
import subprocess
import tempfile
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace


@dataclass
class Run:
    """What a script wants to keep of one try."""

    experiment: str
    variant: str
    timestamp: str  # UTC, such as 2026-09-14T09:00:00: fixed, so that the registry is the same each time
    params: dict = field(default_factory=dict)
    metrics: dict = field(default_factory=dict)
    histories: dict = field(default_factory=dict)  # metric -> values, one per step from 1
    dicts: dict = field(default_factory=dict)
    features: list = field(default_factory=list)
    tags: dict = field(default_factory=dict)
    predictions: str | None = None  # CSV
    notes: str = ""  # Markdown
    images: dict = field(default_factory=dict)  # id -> PNG
    texts: dict = field(default_factory=dict)  # id -> text
    facts: SimpleNamespace = field(default_factory=SimpleNamespace)  # what the notes tell; not saved
    status: str = "completed"
    error: str = ""


def save_with_erm(run, registry):
    """Save by experiment-results-manager, which keeps numbers as strings and forgets the features."""
    from experiment_results_manager import ExperimentRun, save_run_to_registry

    record = ExperimentRun(
        experiment_id=run.experiment,
        variant_id=run.variant,
        timestamp_utc=datetime.fromisoformat(run.timestamp),
        features=run.features,
    )
    record.log_params(run.params)
    record.log_metrics(run.metrics)
    for name, values in run.dicts.items():
        record.log_dict(name, values)
    if run.predictions is not None:
        record.log_artifact(run.predictions.encode(), "predictions", "predictions.csv")
    record.log_artifact(run.notes.encode(), "notes.md", "notes.md")
    for name, text in run.texts.items():
        record.log_artifact(text.encode(), name, f"{name}.txt")
    for name, picture in run.images.items():
        record.log_image(picture, name, f"{name}.png")
    save_run_to_registry(record, Path(registry).resolve().as_uri())


def save_with_assay(run, registry):
    """Save by `assay log`: the program named by the variable ASSAY, or the one on PATH."""
    command = [os.environ.get("ASSAY", "assay"), "log", str(registry)]
    command += ["--experiment", run.experiment, "--variant", run.variant, "--timestamp", run.timestamp + "Z"]
    for key, value in run.params.items():
        command += ["--param", f"{key}={value if isinstance(value, str) else json.dumps(value)}"]
    for key, value in run.metrics.items():
        command += ["--metric", f"{key}={value}"]
    for key, values in run.histories.items():
        for step, value in enumerate(values, start=1):
            command += ["--metric", f"{key}={value}@{step}"]
    for feature in run.features:
        command += ["--feature", feature]
    for key, value in run.tags.items():
        command += ["--tag", f"{key}={value}"]
    if run.status != "completed":
        command += ["--status", run.status, "--error", run.error]
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)

        def file(name, content):
            path = folder / name
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            return str(path)

        if run.predictions is not None:
            command += ["--predictions", file("predictions.csv", run.predictions)]
        if run.notes:
            command += ["--notes", file("notes.md", run.notes)]
        for name, values in run.dicts.items():
            command += ["--dict", f"{name}=" + file(f"{name}.json", json.dumps(values))]
        for name, picture in run.images.items():
            command += ["--image", f"{name}=" + file(f"{name}.png", picture)]
        for name, text in run.texts.items():
            command += ["--text", f"{name}=" + file(f"{name}.txt", text)]
        subprocess.run(command, check=True)


def fix_marker_times(registry, moment):
    """Give the registry's marker files one fixed time of creation: those who wrote them looked at the clock."""
    for path in Path(registry).rglob(".erm_*.json"):
        marker = json.loads(path.read_text())
        marker["created_timestamp_utc"] = moment
        path.write_text(json.dumps(marker))
