#!/usr/bin/env python3
"""Writes comparison.json beside it: exact binomial tests by SciPy, and DeLong's test by midranks in NumPy.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 numpy==2.4.6 && venv/bin/python make_comparison.py
"""

import json
import pathlib

import numpy as np
import scipy
from scipy.stats import binomtest, norm, rankdata

HERE = pathlib.Path(__file__).parent


def binomial(b, c):
    return {"b": b, "c": c, "p": binomtest(b, b + c, 0.5).pvalue if b + c else 1.0}


def placements(score, truth):
    """Of each row with the label the share of others below it, and of each other the share with the label above it."""
    above, below = score[truth], score[~truth]
    midranks = rankdata(np.concatenate([above, below]))
    m, n = len(above), len(below)
    ten = (midranks[:m] - rankdata(above)) / n
    one = 1 - (midranks[m:] - rankdata(below)) / m
    return ten, one


def delong(name, truth, first, second):
    ten_a, one_a = placements(first, truth)
    ten_b, one_b = placements(second, truth)
    areas = [ten_a.mean(), ten_b.mean()]
    s = np.cov(np.stack([ten_a, ten_b])) / len(ten_a) + np.cov(np.stack([one_a, one_b])) / len(one_a)
    error = np.sqrt(s[0, 0] + s[1, 1] - 2 * s[0, 1])
    difference = areas[1] - areas[0]
    return {
        "name": name, "truth": truth.tolist(), "baseline": first.tolist(), "candidate": second.tolist(),
        "areas": areas, "variances": [s[0, 0], s[1, 1]], "difference": difference, "error": error,
        "p": 2 * norm.sf(abs(difference) / error),
    }


rng = np.random.default_rng(12)
pairs = [(0, 0), (0, 1), (1, 0), (2, 2), (3, 9), (11, 59), (40, 41), (0, 60), (0, 1070), (150, 190), (499, 501),
         (5_000, 5_200), (5_000, 6_000), (99_000, 100_000), (499_000, 501_000), (2_000_000, 2_004_000),
         (4_999_000, 5_001_000), (4_990_000, 5_010_000), (7, 100_000 - 7), (450, 650)]
tests = []
for name, rows, decimals in (("many ties", 60, 1), ("few ties", 120, 3), ("no ties", 90, 17)):
    truth = rng.random(rows) < 0.4
    common = rng.normal(size=rows) + 1.2 * truth
    scores = [1 / (1 + np.exp(-(common + rng.normal(size=rows) * s))) for s in (0.8, 0.5)]
    tests.append(delong(name, truth, *(np.round(s, decimals) for s in scores)))
content = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
    "binomial": [binomial(*pair) for pair in pairs],
    "delong": tests,
}
(HERE / "comparison.json").write_text(json.dumps(content) + "\n", encoding="utf-8")
