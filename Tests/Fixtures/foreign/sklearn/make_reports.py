#!/usr/bin/env python3
"""Makes the reports beside it anew: scikit-learn 1.9.1, its bundled data, fixed seeds."""

import json
import pathlib

from sklearn.datasets import load_digits, load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import label_binarize

here = pathlib.Path(__file__).parent
data = load_digits()
split = train_test_split(data.data, data.target, test_size=0.3, random_state=0)
names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "<b>nine</b>, é"]


def save(name, *arguments, **options):
    report = classification_report(*arguments, output_dict=True, zero_division=0, **options)
    (here / name).write_text(json.dumps(report, indent=1) + "\n")


forest = RandomForestClassifier(n_estimators=20, random_state=0).fit(split[0], split[2])
save("forest.json", split[3], forest.predict(split[1]), target_names=names)
# Not all labels, so that micro averages take the place of the accuracy.
save("some labels.json", split[3], forest.predict(split[1]), labels=[1, 2, 3])

iris = load_iris()
x_train, x_test, y_train, y_test = train_test_split(iris.data, iris.target, random_state=1)
wine = LogisticRegression(max_iter=500).fit(x_train, y_train)
truth = label_binarize(y_test, classes=[0, 1, 2])
save("nested/several.json", truth, wine.predict_proba(x_test) > 0.4)
