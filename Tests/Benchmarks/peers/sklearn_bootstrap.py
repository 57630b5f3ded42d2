"""A paired bootstrap as a loop over scikit-learn's functions: python3 sklearn_bootstrap.py BASELINE CANDIDATE

2,000 resamples of the rows; prints the 95 % percentile intervals of candidate − baseline as JSON.
"""

import json
import sys

import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, f1_score

baseline, candidate = (pd.read_csv(path) for path in sys.argv[1:3])
truth, first, second = (table.to_numpy() for table in (baseline.y_true, baseline.y_pred, candidate.y_pred))
generator = np.random.default_rng(0)
differences = {"accuracy": [], "f1_macro": []}
for _ in range(2_000):
    rows = generator.integers(0, len(truth), len(truth))
    t, a, b = truth[rows], first[rows], second[rows]
    differences["accuracy"].append(accuracy_score(t, b) - accuracy_score(t, a))
    differences["f1_macro"].append(f1_score(t, b, average="macro") - f1_score(t, a, average="macro"))
print(json.dumps({name: np.percentile(values, [2.5, 97.5]).tolist() for name, values in differences.items()}))
