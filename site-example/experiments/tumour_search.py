"""One trial of a search over logistic regressions on the tumours; `tumour_search.yaml` says which are tried.

    assay search tumour_search.yaml

Trains on half of the tumours and predicts a quarter, the validation part. The last quarter is left for the one that is
chosen: the best of many trials is better on its validation part than it will be elsewhere.
"""

import argparse
import json
import os
import sys
from pathlib import Path

# One thread: sums come out in the same order on every machine, and workers do not get in each other's way.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = "1"

import numpy  # noqa: E402
from scores import binary_metrics, predictions_csv, written_probabilities  # noqa: E402
from sklearn.datasets import load_breast_cancer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402

LABELS = ["benign", "malignant"]


def arguments():
    """The hyperparameters, as `%h` writes them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--c", type=float, required=True, help="how weak the penalty is")
    parser.add_argument("--l1-share", type=float, required=True, help="0 is a ridge penalty, 1 a lasso")
    parser.add_argument("--solver", required=True)
    parser.add_argument("--measurements", choices=["means", "all"], required=True)
    return parser.parse_args()


def main():
    chosen = arguments()
    data = load_breast_cancer()
    truth = numpy.array([data.target_names[value] for value in data.target])
    columns = [index for index, name in enumerate(data.feature_names) if chosen.measurements == "all" or "mean" in name]
    rest, _ = train_test_split(numpy.arange(len(truth)), test_size=0.25, random_state=0, stratify=truth)
    train, validation = train_test_split(rest, test_size=1 / 3, random_state=0, stratify=truth[rest])
    model = make_pipeline(
        StandardScaler(),
        LogisticRegression(
            C=chosen.c, l1_ratio=chosen.l1_share, solver=chosen.solver, max_iter=5000, random_state=0
        ),
    )
    model.fit(data.data[train][:, columns], truth[train])
    print(f"{model[-1].n_iter_.max()} iterations", file=sys.stderr)

    probabilities = written_probabilities(model.predict_proba(data.data[validation][:, columns]))
    predicted = model.classes_[probabilities.argmax(axis=1)]
    ids = [f"tumour-{index:03d}" for index in validation]
    file = Path(os.environ["ASSAY_RUN_DIR"]) / "predictions.csv"
    file.write_text(
        predictions_csv(ids, LABELS, truth[validation], predicted, probabilities), encoding="utf-8"
    )

    results = binary_metrics("malignant", LABELS, truth[validation], predicted, probabilities)
    results["weights_used"] = int((model[-1].coef_ != 0).sum())
    print("--- RESULTS ---")
    print(json.dumps(results))
    print("--- END RESULTS ---")


if __name__ == "__main__":
    main()
