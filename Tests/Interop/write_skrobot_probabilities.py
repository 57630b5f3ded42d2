#!/usr/bin/env python3
"""Writes the probabilities behind an evaluation by skrobot, and the folds that scikit-learn draws, as fixtures.

    write_skrobot_probabilities.py FOLDER OUT    FOLDER holds train.csv and test.csv

skrobot 1.0.13 wrote tables and reports of this model (its parameters are in evaluation_cross_validation_task.params),
but no probabilities; the same scikit-learn gives them again. Written with scikit-learn 1.2.2, pandas 1.5.3 and
numpy 1.26.4 on Python 3.11:

    OUT/probabilities.csv   split,part,id,label,probability    part: train, validation; split "test": test
    OUT/folds.json          folds of StratifiedKFold without shuffling, for several lists of labels
"""

import json
import pathlib
import sys

import numpy
import pandas
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

source, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
train, test = pandas.read_csv(source / "train.csv"), pandas.read_csv(source / "test.csv")
features = ["f1", "f2", "f3"]


def fitted(rows):
    model = LogisticRegression(C=0.1, random_state=42, solver="liblinear")
    return model.fit(rows[features], rows["label"])


lines = ["split,part,id,label,probability"]


def add(model, split, part, rows):
    for (_, row), p in zip(rows.iterrows(), model.predict_proba(rows[features])[:, 1]):
        lines.append(f"{split},{part},{int(row['id'])},{int(row['label'])},{float(p)!r}")


for split, (kept, left) in enumerate(StratifiedKFold(3).split(train[features], train["label"])):
    model = fitted(train.iloc[kept])
    add(model, split, "train", train.iloc[kept])
    add(model, split, "validation", train.iloc[left])
add(fitted(train), "test", "test", test)
(out / "probabilities.csv").write_text("\n".join(lines) + "\n")

random = numpy.random.RandomState(5)
cases = [("train.csv", [str(v) for v in train["label"]], 3)]
for labels, rows, folds in [(2, 10, 2), (2, 23, 5), (3, 30, 4), (4, 41, 3), (7, 100, 10), (2, 6, 3)]:
    values = [str(v) for v in random.randint(0, labels, rows)]
    counts = sorted(values.count(v) for v in set(values))
    assert counts[-1] >= folds
    cases.append((f"{labels} labels", values, folds))
documents = []
for name, values, folds in cases:
    assignment = [0] * len(values)
    for fold, (_, left) in enumerate(StratifiedKFold(folds).split(values, values)):
        for row in left:
            assignment[row] = fold
    documents.append({"name": name, "folds": folds, "labels": values, "assignment": assignment})
(out / "folds.json").write_text(json.dumps(documents, indent=1) + "\n")
