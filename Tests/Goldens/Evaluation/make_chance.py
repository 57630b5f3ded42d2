"""Writes chance.json: what scipy and numpy say of the functions of Sources/Evaluation/Chance.

    pip install numpy==2.4.6 scipy && python make_chance.py
"""

import json
import pathlib

import numpy as np
import scipy
from scipy import stats

probabilities = [1e-300, 1e-50, 1e-12, 1e-6, 0.001, 0.01, 0.025, 0.0749, 0.0751, 0.2, 0.4999, 0.5, 0.7, 0.9249,
                 0.9251, 0.975, 0.995, 0.999999, 1 - 2**-50]
places = [-30.0, -8.5, -3.0, -1.959963984540054, -0.5, 0.0, 1e-9, 0.3, 1.0, 2.5, 5.0, 7.0]
values = [3.0, -1.5, 0.1, 8.25, 8.25, 2.0, 7.0 / 3]
result = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
    "quantiles": [[p, float(stats.norm.ppf(p))] for p in probabilities],
    "cumulative": [[z, float(stats.norm.cdf(z))] for z in places],
    "two_sided": [[z, float(2 * stats.norm.sf(abs(z)))] for z in places],
    "percentiles": [
        {"values": part, "low": float(np.percentile(part, 2.5)), "high": float(np.percentile(part, 97.5))}
        for part in (values[:1], values[:2], values, [i**0.5 for i in range(100)])
    ],
}
path = pathlib.Path(__file__).with_name("chance.json")
path.write_text(json.dumps(result, indent=1) + "\n")
