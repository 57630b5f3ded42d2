"""A bit of training of one member of a population; `tumour_population.yaml` says what becomes of the members.

    assay search tumour_population.yaml

Goes on from the weights that the parent left, if there is one, passes twice over half of the tumours, and is judged on
a quarter, the validation part.
"""

import argparse
import json
import os
from pathlib import Path

# One thread: sums come out in the same order on every machine, and workers do not get in each other's way.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
os.environ["OMP_NUM_THREADS"] = "1"

import numpy  # noqa: E402
from sklearn.datasets import load_breast_cancer  # noqa: E402
from sklearn.linear_model import SGDClassifier  # noqa: E402
from sklearn.metrics import accuracy_score, log_loss  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402

PASSES = 2


def arguments():
    """The hyperparameters, as `%h` writes them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--learning-rate", type=float, required=True)
    parser.add_argument("--penalty", type=float, required=True)
    return parser.parse_args()


def main():
    chosen = arguments()
    data = load_breast_cancer()
    truth = 1 - data.target  # 1 is malignant
    rest, _ = train_test_split(numpy.arange(len(truth)), test_size=0.25, random_state=0, stratify=truth)
    train, validation = train_test_split(rest, test_size=1 / 3, random_state=0, stratify=truth[rest])
    values = StandardScaler().fit(data.data[train]).transform(data.data)

    generation = int(os.environ["ASSAY_GENERATION"])
    model = SGDClassifier(
        loss="log_loss", learning_rate="constant", eta0=chosen.learning_rate, alpha=chosen.penalty,
        random_state=generation,
    )
    # The first call makes room for the weights; what it learns is replaced.
    model.partial_fit(values[train][:2], truth[train][:2], classes=[0, 1])
    parent = os.environ.get("ASSAY_PARENT_DIR")
    saved = json.loads(Path(parent, "weights.json").read_text(encoding="utf-8")) if parent else None
    model.coef_ = numpy.array([saved["weights"]]) if saved else numpy.zeros((1, values.shape[1]))
    model.intercept_ = numpy.array([saved["intercept"]]) if saved else numpy.zeros(1)

    order = numpy.random.default_rng(generation)
    for _ in range(PASSES):
        shuffled = order.permutation(train)
        model.partial_fit(values[shuffled], truth[shuffled])

    folder = Path(os.environ["ASSAY_RUN_DIR"])
    weights = {"weights": model.coef_[0].tolist(), "intercept": float(model.intercept_[0])}
    (folder / "weights.json").write_text(json.dumps(weights), encoding="utf-8")
    probabilities = model.predict_proba(values[validation])[:, 1]
    print("--- RESULTS ---")
    print(
        json.dumps(
            {
                "log_loss": log_loss(truth[validation], probabilities),
                "accuracy": accuracy_score(truth[validation], probabilities >= 0.5),
                "norm_of_weights": float(numpy.linalg.norm(model.coef_)),
            }
        )
    )
    print("--- END RESULTS ---")


if __name__ == "__main__":
    main()
