"""A run that times out, with values that only Python understands."""

import collections

import numpy as np
from sacred import Experiment
from sacred.observers import FileStorageObserver
from sacred.utils import TimeoutInterrupt

ex = Experiment("odd values", save_git_info=False)
ex.observers.append(FileStorageObserver("runs"))
Point = collections.namedtuple("Point", "x y")


@ex.config
def settings():
    rate = 0.1
    grid = {"a": {"b": [1, 2]}, "empty": {}}
    text = "1e-3"


@ex.main
def main(_run, rate):
    _run.log_scalar("loss", np.float32(0.5), 1)
    _run.log_scalar("loss", float("nan"), 2)
    _run.log_scalar("loss", np.float64(0.25), 0)
    _run.info["array"] = np.arange(3)
    _run.info["point"] = Point(1, 2)
    _run.info["deep"] = {"a": {"b": 1}}
    ex.add_resource("data.csv")
    with open("model card.md", "w") as file:
        file.write("# Model\n")
    ex.add_artifact("model card.md", name="card.md")
    raise TimeoutInterrupt()


try:
    ex.run(options={"--comment": "Second *try*."})
except TimeoutInterrupt:
    pass
