#!/usr/bin/env python3
"""Prints what scikit-learn's MultinomialNB makes of hashed words.

    classification_naive_bayes.py ../Fixtures/predictions > ../Fixtures/classification/naive_bayes.json

Trained on the first 300 rows of headlines.jsonl, or 260 of debtags.jsonl (several labels, one model for each), and asked
about the next twelve. Counts by HashingVectorizer without norm and signs. Made with scikit-learn 1.9.1.
"""

import json
import pathlib
import sys

import numpy as np
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.multiclass import OneVsRestClassifier
from sklearn.naive_bayes import MultinomialNB
from sklearn.preprocessing import MultiLabelBinarizer

FOLDER = pathlib.Path(sys.argv[1])
CASES = [
    ("headlines.jsonl", 300, {"alpha": 1.0, "fit_prior": True, "ngram_min": 1, "ngram_max": 1, "n_features": 1024}),
    ("headlines.jsonl", 300, {"alpha": 0.01, "fit_prior": False, "ngram_min": 1, "ngram_max": 3, "n_features": 65536}),
    ("headlines.jsonl", 300, {"alpha": 2.5, "fit_prior": True, "ngram_min": 2, "ngram_max": 2, "n_features": 97}),
    ("debtags.jsonl", 260, {"alpha": 1.0, "fit_prior": True, "ngram_min": 1, "ngram_max": 1, "n_features": 4096}),
    ("debtags.jsonl", 260, {"alpha": 0.1, "fit_prior": False, "ngram_min": 1, "ngram_max": 2, "n_features": 8192}),
]


def case(name, count, parameters):
    rows = [json.loads(line) for line in (FOLDER / name).read_text().splitlines()]
    train, test = rows[:count], rows[count:count + 12]
    vectoriser = HashingVectorizer(
        n_features=parameters["n_features"], norm=None, alternate_sign=False,
        ngram_range=(parameters["ngram_min"], parameters["ngram_max"]))
    counts = vectoriser.transform([row["text"] for row in train])
    asked = vectoriser.transform([row["text"] for row in test])
    model = MultinomialNB(alpha=parameters["alpha"], fit_prior=parameters["fit_prior"])
    truth = [row["y_true"] for row in train]
    if isinstance(truth[0], list):
        binarizer = MultiLabelBinarizer()
        model = OneVsRestClassifier(model).fit(counts, binarizer.fit_transform(truth))
        labels = [str(label) for label in binarizer.classes_]
    else:
        model.fit(counts, truth)
        labels = [str(label) for label in model.classes_]
    features = [
        [[int(j), int(n)] for j, n in sorted(zip(row.indices, row.data))] for row in asked
    ]
    return {
        "file": name, "train": count, "parameters": parameters, "labels": labels, "features": features,
        "probabilities": np.asarray(model.predict_proba(asked)).tolist(),
    }


print(json.dumps([case(*arguments) for arguments in CASES], indent=None))
