#!/usr/bin/env python3
"""Writes probabilities.json beside it: what scikit-learn says of tied probabilities, top-k accuracy and calibration curves.

    python3 -m venv venv && venv/bin/pip install scikit-learn==1.9.1 && venv/bin/python make_probabilities.py
"""

import json
import pathlib
import platform

import numpy as np
import sklearn
from sklearn import metrics
from sklearn.calibration import calibration_curve

HERE = pathlib.Path(__file__).parent
VERSIONS = {"python": platform.python_version(), "numpy": np.__version__, "scikit-learn": sklearn.__version__}


def top_k(name, labels, truth, proba, kind):
    """Columns are in the order of `labels`; scikit-learn wants them sorted, as texts or as numbers."""
    order = np.argsort(np.array([kind(label) for label in labels]), kind="stable")
    y = [kind(label) for label in truth]
    proba = np.array(proba)
    return {
        "name": name, "labels": labels, "truth": truth, "probabilities": proba.tolist(),
        "accuracies": [
            metrics.top_k_accuracy_score(
                y, proba[:, order], k=k, labels=[kind(labels[i]) for i in order])
            for k in range(1, len(labels))
        ],
    }


def tied_rows(rng, labels, rows):
    parts = rng.integers(0, 3, (rows, len(labels))) + 1
    truth = [labels[i] for i in rng.integers(0, len(labels), rows)]
    return truth, parts / parts.sum(axis=1, keepdims=True)


def curve(name, rng, rows, decimals):
    score = rng.beta(0.7, 1.1, rows)
    score[: rows // 20] = 0
    score[rows // 20: rows // 10] = 1
    score = score if decimals is None else np.round(score, decimals)
    true = rng.random(rows) < score**1.5
    curves = {}
    for strategy in ("uniform", "quantile"):
        shares, means = calibration_curve(true, score, n_bins=10, strategy=strategy)
        curves[strategy] = {"shares": shares.tolist(), "means": means.tolist()}
    return {"name": name, "truth": true.tolist(), "scores": score.tolist(), **curves}


rng = np.random.default_rng(31)
three = ["b", "c", "a"]
cases = [
    top_k("all equal, letters", three, ["a", "b", "c"], [[1 / 3] * 3] * 3, str),
    top_k("all equal, numbers", ["9", "10", "2"], ["9", "9", "10", "2"], [[1 / 3] * 3] * 4, int),
    top_k("accents", ["é", "z", "Z", "a"], *tied_rows(rng, ["é", "z", "Z", "a"], 40), str),
    top_k("numbers", ["3", "20", "100", "1", "7"], *tied_rows(rng, ["3", "20", "100", "1", "7"], 60), int),
]
curves = [curve("tied", rng, 120, 1), curve("untied", rng, 97, None), curve("few", rng, 7, None)]
content = {"versions": VERSIONS, "topK": cases, "curves": curves}
text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
(HERE / "probabilities.json").write_text(text.replace('{"name"', '\n{"name"') + "\n", encoding="utf-8")
