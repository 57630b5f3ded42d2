"""Write the prediction files of the benchmark, the same each time: python3 make_predictions.py FOLDER

Probabilities are a softmax of normal scores in which the true label has a head start. polars writes the CSV files: it
rounds correctly and takes seconds where others take minutes. A file that is there is kept.
"""

import sys
from pathlib import Path

import numpy as np
import polars as pl

LABELS = 10
WORDS = ["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "islet", "jetty"]


def scores(rows, seed, head_start=1.5):
    """True labels and probabilities of `rows` rows."""
    generator = np.random.default_rng(seed)
    truth = generator.integers(0, LABELS, rows)
    values = generator.normal(size=(rows, LABELS))
    values[np.arange(rows), truth] += head_start
    values = np.exp(values)
    return truth, values / values.sum(axis=1, keepdims=True)


def frame(rows, seed, names):
    """A table of predictions as a prediction file has it."""
    truth, probabilities = scores(rows, seed)
    names = np.array(names)
    columns = {
        "id": np.arange(rows),
        "y_true": names[truth],
        "y_pred": names[probabilities.argmax(axis=1)],
    }
    columns |= {f"proba_{name}": probabilities[:, label] for label, name in enumerate(names)}
    return pl.DataFrame(columns)


def write_scores(path, rows, seed, names=range(LABELS), decimals=6):
    """A CSV file of predictions with probabilities; without `decimals`, as many digits as tell each number apart."""
    if path.exists():
        return path
    part = path.with_suffix(".part")
    frame(rows, seed, list(names)).write_csv(part, float_precision=decimals)
    return part.rename(path)


def write_many_labels(path, rows=200_000, labels=1_000, seed=3):
    """A CSV file of labels only, four in five right, the wrong ones near the true one."""
    if path.exists():
        return path
    generator = np.random.default_rng(seed)
    truth = generator.integers(0, labels, rows)
    near = (truth + generator.integers(1, 20, rows)) % labels
    predicted = np.where(generator.random(rows) < 0.8, truth, near)
    part = path.with_suffix(".part")
    pl.DataFrame({"y_true": truth, "y_pred": predicted}).write_csv(part)
    return part.rename(path)


def write_binary(truth_path, score_path, rows=5_000_000, seed=4):
    """Two NPY files: 0 or 1, and the probability of 1."""
    if truth_path.exists() and score_path.exists():
        return
    generator = np.random.default_rng(seed)
    truth = (generator.random(rows) < 0.3).astype(np.int64)
    probability = 1 / (1 + np.exp(-(generator.normal(size=rows) + 1.5 * truth - 1)))
    np.save(truth_path, truth)
    np.save(score_path, probability)


def write_pair(first, second, rows=100_000, seed=5):
    """Two CSV files of labels only about the same rows, the second a little better."""
    if first.exists() and second.exists():
        return
    truth, probabilities = scores(rows, seed)
    noise = np.random.default_rng(seed + 1).normal(size=probabilities.shape)
    better = np.log(probabilities) + 0.5 * noise
    better[np.arange(rows), truth] += 0.3
    for path, values in ((first, probabilities), (second, better)):
        table = {"id": np.arange(rows), "y_true": truth, "y_pred": values.argmax(axis=1)}
        pl.DataFrame(table).write_csv(path)


class Files:
    """The files of the benchmark in a folder, made when they are first asked for."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def numbers(self, rows=1_000_000):
        return write_scores(self.folder / f"numbers-{rows}.csv", rows, seed=1)

    def words(self):
        return write_scores(self.folder / "words.csv", 1_000_000, seed=1, names=WORDS)

    def digits(self):
        return write_scores(self.folder / "digits.csv", 1_000_000, seed=1, decimals=None)

    def many_labels(self):
        return write_many_labels(self.folder / "many-labels.csv")

    def binary(self):
        paths = self.folder / "y_true.npy", self.folder / "y_score.npy"
        write_binary(*paths)
        return paths

    def pair(self):
        paths = self.folder / "baseline.csv", self.folder / "candidate.csv"
        write_pair(*paths)
        return paths


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    files = Files(sys.argv[1])
    for make in (files.numbers, files.words, files.digits, files.many_labels, files.binary, files.pair):
        print(make())
