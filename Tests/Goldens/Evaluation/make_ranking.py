#!/usr/bin/env python3
"""Writes ranking.json: averages of areas by scikit-learn, and what numpy says of their variances.

    python3 -m venv venv && venv/bin/pip install scikit-learn==1.9.1 && venv/bin/python make_ranking.py

Variances are computed here in two ways that have nothing in common with how Assay does it: DeLong's from midranks (Sun and
Xu 2014), all others from numerical derivatives of the weighted number by the weight of each row (the infinitesimal
jackknife).
"""

import json
import pathlib
import platform
import warnings

import numpy as np
import sklearn
from sklearn import metrics

warnings.simplefilter("ignore")
HERE = pathlib.Path(__file__).parent
VERSIONS = {"python": platform.python_version(), "numpy": np.__version__, "scikit-learn": sklearn.__version__}


def midranks(x):
    order = np.argsort(x)
    ranks = np.empty(len(x))
    start = 0
    while start < len(x):
        end = start
        while end < len(x) and x[order[end]] == x[order[start]]:
            end += 1
        ranks[order[start:end]] = (start + end - 1) / 2 + 1
        start = end
    return ranks


def delong(true, *scores):
    """Areas and their covariance matrix."""
    m, n = true.sum(), (~true).sum()
    v10, v01 = [], []
    for score in scores:
        both, own, other = midranks(score), midranks(score[true]), midranks(score[~true])
        v10.append((both[true] - own) / n)
        v01.append(1 - (both[~true] - other) / m)
    cov = lambda v: np.atleast_2d(np.cov(np.array(v), ddof=1))
    return [v.mean() for v in v10], cov(v10) / m + cov(v01) / n


def area(true, score, w):
    """The weighted area over all pairs, ties half."""
    a, b = score[true][:, None], score[~true][None, :]
    won = (a > b) + 0.5 * (a == b)
    return w[true] @ won @ w[~true] / (w[true].sum() * w[~true].sum())


def precision(true, score, w):
    above = score[None, :] >= score[:, None]
    return ((w * true) @ ((above @ (w * true)) / (above @ w))) / (w * true).sum()


def averages(truth, proba, w):
    """All averages over labels of one-label rows (truth: indices) or label sets (truth: indicators), weighted."""
    k = proba.shape[1]
    sets = truth.ndim == 2
    true = [truth[:, i] == 1 if sets else truth == i for i in range(k)]
    areas = np.array([area(true[i], proba[:, i], w) for i in range(k)])
    precisions = np.array([precision(true[i], proba[:, i], w) for i in range(k)])
    mass = np.array([w[t].sum() for t in true])
    found = [areas.mean(), np.average(areas, weights=mass), precisions.mean(), np.average(precisions, weights=mass)]
    if not sets:
        pairs, weights = [], []
        for i in range(k):
            for j in range(k):
                if i != j:
                    rows = true[i] | true[j]
                    pairs.append(area(true[i][rows], proba[rows, i], w[rows]))
                    weights.append(mass[i] + mass[j])
        found += [np.mean(pairs), np.average(pairs, weights=weights)]
    return np.array(found)


def influences(number, rows):
    """n × the derivative of a number by each row's weight, by central differences."""
    step = 1e-4
    result = []
    for row in range(rows):
        up, down = np.ones(rows), np.ones(rows)
        up[row] += step
        down[row] -= step
        result.append((number(up) - number(down)) / (2 * step) * rows)
    return np.array(result)


def variance(psi):
    n = len(psi)
    return ((psi - psi.mean(axis=0)) ** 2).sum(axis=0) / (n * (n - 1))


def extras(case):
    """The averages that scikit-learn.json does not have, for one of its cases."""
    labels, proba = case["labels"], np.array(case["probabilities"])
    w = np.array(case["weights"]) if case["weights"] else None
    if len(labels) == 2:
        return {}
    one_hot = np.array([[label in row for label in labels] for row in case["truth"]]).astype(int)
    kw = {"sample_weight": w}
    mass = np.ones(len(one_hot)) if w is None else w
    supports = mass @ one_hot
    single = [metrics.average_precision_score(one_hot[:, i], proba[:, i], **kw) if s else 0
              for i, s in enumerate(supports)]
    m = {
        "average_precision_micro": metrics.average_precision_score(one_hot, proba, average="micro", **kw),
        "average_precision_weighted": np.average(single, weights=supports),
    }
    if case.get("multilabel"):
        m["roc_auc_weighted"] = metrics.roc_auc_score(one_hot, proba, average="weighted", **kw)
        assert np.isclose(
            m["average_precision_weighted"],
            metrics.average_precision_score(one_hot, proba, average="weighted", **kw))
        return m
    truth = np.array([labels.index(row[0]) for row in case["truth"]])
    m["roc_auc_ovr_micro"] = metrics.roc_auc_score(one_hot, proba, average="micro", **kw)
    if (supports == 0).any():
        return {**m, "roc_auc_ovo_macro": None, "roc_auc_ovo_weighted": None}
    # scikit-learn takes no weights here.
    m["roc_auc_ovo_macro"], m["roc_auc_ovo_weighted"] = averages(truth, proba, mass)[4:]
    if w is None and np.allclose(proba.sum(axis=1), 1):
        for average in ("macro", "weighted"):
            theirs = metrics.roc_auc_score(truth, proba, multi_class="ovo", average=average)
            assert np.isclose(m[f"roc_auc_ovo_{average}"], theirs)
    return m


def single_label(rng, k, rows, decimals):
    truth = rng.choice(k, rows, p=np.arange(1, k + 1) / np.arange(1, k + 1).sum())
    models = []
    for strength in (2.5, 2):
        scores = rng.gamma(0.7, size=(rows, k))
        scores[np.arange(rows), truth] *= strength
        proba = np.round(scores / scores.sum(axis=1, keepdims=True), decimals)
        models.append(proba)
    return truth, models


def label_sets(rng, k, rows, decimals):
    truth = (rng.random((rows, k)) < rng.uniform(0.2, 0.6, k)).astype(int)
    models = [np.round(np.clip(rng.normal(0.4 + shift * truth, 0.25), 0, 1), decimals) for shift in (0.25, 0.2)]
    return truth, models


def pair(name, truth, models):
    """Two classifiers asked about the same rows."""
    rows, k = len(truth), models[0].shape[1]
    found = {"name": name, "truth": truth.tolist(), "candidate": models[0].tolist(), "baseline": models[1].tolist()}
    psi = [influences(lambda w: averages(truth, model, w), rows) for model in models]
    values = [averages(truth, model, np.ones(rows)) for model in models]
    found["averages"] = values[0].tolist()
    found["variances"] = variance(psi[0]).tolist()
    found["differences"] = (values[0] - values[1]).tolist()
    found["difference_variances"] = variance(psi[0] - psi[1]).tolist()
    found["labels"] = []
    for i in range(k):
        true = truth[:, i] == 1 if truth.ndim == 2 else truth == i
        areas, covariances = delong(true, models[0][:, i], models[1][:, i])
        ap = [influences(lambda w: precision(true, model[:, i], w), rows) for model in models]
        found["labels"].append({
            "areas": [float(a) for a in areas],
            "area_variances": [covariances[0, 0], covariances[1, 1]], "area_covariance": covariances[0, 1],
            "precisions": [precision(true, model[:, i], np.ones(rows)) for model in models],
            "precision_variances": [float(variance(p)) for p in ap],
            "precision_difference_variance": float(variance(ap[0] - ap[1]))})
    return found


rng = np.random.default_rng(31)
cases = json.loads((HERE / "scikit-learn.json").read_text(encoding="utf-8"))["cases"]
content = {
    "versions": VERSIONS,
    "cases": [{"name": case["name"], "metrics": extras(case)} for case in cases],
    "pairs": [
        pair("three labels, ties", *single_label(rng, 3, 60, 1)),
        pair("four labels", *single_label(rng, 4, 90, 4)),
        pair("label sets, ties", *label_sets(rng, 3, 60, 1)),
    ],
}
text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=float)
(HERE / "ranking.json").write_text(text.replace('{"name"', '\n{"name"') + "\n", encoding="utf-8")
