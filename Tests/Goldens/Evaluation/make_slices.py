#!/usr/bin/env python3
"""Writes slices.json beside it: tests and intervals of two shares, and corrected p-values, by scipy and statsmodels.

    python3 -m venv venv && venv/bin/pip install scipy==1.17.1 statsmodels==0.15.0 && venv/bin/python make_slices.py
"""

import json
import pathlib
import platform

import numpy as np
import scipy
import statsmodels
from scipy.stats import fisher_exact
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep

HERE = pathlib.Path(__file__).parent


def table(right, rows, other_right, other_rows):
    p = fisher_exact([[right, rows - right], [other_right, other_rows - other_right]]).pvalue
    low, high = confint_proportions_2indep(
        right, rows, other_right, other_rows, method="newcomb", compare="diff", correction=False
    )
    return {
        "right": right, "rows": rows, "other_right": other_right, "other_rows": other_rows,
        "p_value": float(p), "low": float(low), "high": float(high),
    }


def main():
    rng = np.random.default_rng(7)
    tables = [
        table(*counts)
        for counts in [
            (3, 4, 1, 4), (56, 70, 48, 80), (0, 5, 5, 5), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29),
            (10, 10, 20, 20), (0, 10, 0, 20), (0, 10, 1, 20), (1, 1, 0, 1), (899, 1000, 8_800, 9_000),
            (80_000, 100_000, 719_000, 900_000), (30, 60, 250_000, 500_000), (199_000, 200_000, 99_400, 100_000),
        ]
    ]
    for _ in range(30):
        rows, others = int(rng.integers(1, 60)), int(rng.integers(1, 400))
        tables.append(
            table(int(rng.binomial(rows, rng.random())), rows, int(rng.binomial(others, rng.random())), others)
        )
    holm = []
    for size in [1, 2, 3, 8, 20]:
        p = np.round(rng.random(size) ** 4, 4)
        holm.append({"p": p.tolist(), "adjusted": multipletests(p, method="holm")[1].tolist()})
    content = {
        "versions": {
            "python": platform.python_version(), "scipy": scipy.__version__, "statsmodels": statsmodels.__version__,
        },
        "tables": tables,
        "holm": holm,
    }
    (HERE / "slices.json").write_text(json.dumps(content, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
