#!/usr/bin/env python3
"""Prints how many rows scikit-learn's train_test_split gives each part, for a table of sizes and fractions.

    classification_splits.py > ../Fixtures/classification/split_sizes.json

The test part is split off first, then the validation part in proportion to what is left, rounded to four decimals.
A size that scikit-learn refuses is null. Made with scikit-learn 1.9.1.
"""

import json

from sklearn.model_selection import train_test_split

PARTS = [
    (0.7, 0.1, 0.2), (0.6, 0.3, 0.1), (0.5, 0.25, 0.25), (0.34, 0.33, 0.33), (0.8, 0.1, 0.1), (0.9, 0.05, 0.05),
    (0.98, 0.01, 0.01), (0.05, 0.05, 0.9), (0.8, 0.2), (0.5, 0.5), (0.9, 0.1), (0.05, 0.95), (0.999, 0.001),
]
SIZES = list(range(1, 41)) + [50, 64, 99, 100, 101, 127, 128, 200, 333, 500, 594, 997, 1000, 1001, 4096, 9999]


def sizes(n, parts):
    rows, test = list(range(n)), []
    try:
        if len(parts) == 3:
            rows, test = train_test_split(rows, test_size=parts[2], random_state=0)
        share = round(parts[1] / (parts[0] + parts[1] if len(parts) == 3 else 1), 4)
        train, validation = train_test_split(rows, test_size=share, random_state=0)
    except ValueError:
        return None
    return [len(train), len(validation), len(test)]


lines = [json.dumps({"n": n, "parts": parts, "sizes": sizes(n, parts)}) for parts in PARTS for n in SIZES]
print("[\n" + ",\n".join(lines) + "\n]")
