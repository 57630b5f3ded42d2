#!/usr/bin/env python3
"""Writes label-errors.json beside it: which rows cleanlab takes for label errors, and in which order.

    python3 -m venv venv && venv/bin/pip install cleanlab==2.9.0 && venv/bin/python make_label_errors.py

cleanlab sorts by its score with numpy's default sort, which puts equal scores in no particular order; here they are
in the order of the rows.
"""

import json
import pathlib
import platform

import cleanlab
import numpy as np
from cleanlab.count import get_confident_thresholds
from cleanlab.filter import find_label_issues
from cleanlab.rank import get_normalized_margin_for_each_label

HERE = pathlib.Path(__file__).parent


def case(name, labels, given, proba):
    """cleanlab's set in the order of its score."""
    found = find_label_issues(
        given, proba, filter_by="confident_learning", return_indices_ranked_by="normalized_margin", n_jobs=1
    )
    margins = get_normalized_margin_for_each_label(given, proba)
    rows = sorted(map(int, found), key=lambda row: (margins[row], row))
    assert [margins[row] for row in rows] == [margins[row] for row in found]
    present = set(given.tolist())
    thresholds = get_confident_thresholds(given, proba)
    return {
        "name": name,
        "labels": labels,
        "truth": given.tolist(),
        "probabilities": proba.tolist(),
        "thresholds": [float(thresholds[k]) if k in present else None for k in range(len(labels))],
        "rows": rows,
        "scores": [float(margins[row]) for row in rows],
    }


def noisy(name, rng, k, rows, noise, decimals, sharpness=3.0, absent=(), low=()):
    """Rows whose labels were changed with a probability of `noise`; labels in `low` never get large probabilities."""
    labels = [f"l{i:02}" for i in range(k)]
    allowed = [i for i in range(k) if i not in absent]
    truth = rng.choice(allowed, rows)
    scores = rng.gamma(0.6, size=(rows, k))
    scores[np.arange(rows), truth] *= sharpness
    scores[np.arange(rows), truth] += 0.5
    for label in low:
        scores[:, label] *= 0.05
    proba = np.round(scores / scores.sum(axis=1, keepdims=True), decimals)
    given = np.where(rng.random(rows) < noise, rng.choice(allowed, rows), truth)
    return case(name, labels, given, proba)


def main():
    rng = np.random.default_rng(20211)
    cases = [
        noisy("five labels", rng, 5, 220, 0.15, 6),
        noisy("two labels", rng, 2, 160, 0.1, 6),
        noisy("an absent label", rng, 6, 150, 0.2, 6, absent=(2, 5)),
        noisy("a label that is never probable", rng, 4, 200, 0.1, 6, low=(1,)),
        noisy("many labels", rng, 30, 260, 0.3, 6, sharpness=6),
        noisy("two decimals and ties", rng, 3, 200, 0.2, 2),
        noisy("one decimal and many ties", rng, 4, 150, 0.3, 1),
        noisy("labels by lot", rng, 4, 150, 1.0, 6),
    ]
    certain = np.array([[1.0, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0], [0.5, 0.5, 0], [0, 0.5, 0.5]])
    cases.append(case("zeros and ones", ["a", "b", "c"], np.array([0, 1, 2, 0, 2, 1, 0]), certain))
    content = {
        "versions": {
            "python": platform.python_version(), "numpy": np.__version__, "cleanlab": cleanlab.__version__,
        },
        "cases": cases,
    }
    (HERE / "label-errors.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
