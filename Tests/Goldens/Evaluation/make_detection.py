#!/usr/bin/env python3
"""Writes detection.json: detection error tradeoff curves by scikit-learn and histograms by numpy of the last label of some cases of
scikit-learn.json, which must be there.

    python3 -m venv venv && venv/bin/pip install scikit-learn==1.9.1 && venv/bin/python make_detection.py
"""

import json
import pathlib
import platform

import numpy as np
import sklearn
from sklearn import metrics

HERE = pathlib.Path(__file__).parent
VERSIONS = {"python": platform.python_version(), "numpy": np.__version__, "scikit-learn": sklearn.__version__}


def detection(case):
    label = case["labels"][-1]
    true = np.array([label in labels for labels in case["truth"]])
    score = np.array(case["probabilities"])[:, -1]
    weights = np.array(case["weights"]) if case["weights"] else None
    fpr, fnr, thresholds = metrics.det_curve(true, score, sample_weight=weights)
    edges = np.arange(21) / 20
    bars = [
        np.histogram(score[rows], bins=edges, weights=None if weights is None else weights[rows])[0]
        for rows in (true, ~true)
    ]
    return {
        "case": case["name"], "fpr": fpr.tolist(), "fnr": fnr.tolist(),
        "thresholds": [None if np.isinf(t) else float(t) for t in thresholds],
        "positives": bars[0].tolist(), "negatives": bars[1].tolist(),
    }


cases = json.loads((HERE / "scikit-learn.json").read_text(encoding="utf-8"))["cases"]
chosen = [case for case in cases if case["probabilities"]]
chosen = [case for case in chosen if 0 < sum(case["labels"][-1] in t for t in case["truth"]) < len(case["truth"])]
content = {"versions": VERSIONS, "curves": [detection(case) for case in chosen[:8]]}
text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
(HERE / "detection.json").write_text(text.replace('{"case"', '\n{"case"') + "\n", encoding="utf-8")
