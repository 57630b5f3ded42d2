#!/usr/bin/env python3
"""Writes the goldens beside it: what scikit-learn and Python say of small random inputs.

    python3 -m venv venv && venv/bin/pip install scikit-learn==1.9.1 && venv/bin/python make_goldens.py

Undefined numbers are null by Assay's rules, which are stated where they differ from scikit-learn's 0 or nan.
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
EPSILON = np.finfo(float).eps


def number(value):
    value = float(value)
    return None if np.isnan(value) else value


def single_label(name, rng, labels, rows, decimals, weighted=False, never_true=(), never_predicted=(), weightless=()):
    """One label per row; probabilities with few digits, so that many are tied."""
    k = len(labels)
    truth = rng.choice([i for i in range(k) if i not in never_true], rows)
    scores = rng.gamma(0.7, size=(rows, k))
    scores[np.arange(rows), truth] *= 3
    proba = np.round(scores / scores.sum(axis=1, keepdims=True), decimals)
    proba[:, -1] = np.round(np.maximum(0, 1 - proba[:, :-1].sum(axis=1)), decimals)
    allowed = [i for i in range(k) if i not in never_predicted]
    predicted = np.array(allowed)[proba[:, allowed].argmax(axis=1)]
    weights = None
    if weighted:
        weights = np.round(rng.exponential(2, rows) * (rng.random(rows) > 0.15), 2)
        weights[np.isin(truth, weightless)] = 0
    y, p = [labels[i] for i in truth], [labels[i] for i in predicted]
    return case(name, labels, y, p, proba, weights)


def case(name, labels, y, p, proba, weights):
    k, w = len(labels), weights
    kw = {"sample_weight": w}
    mass = np.ones(len(y)) if w is None else w
    binary = k == 2
    m = {
        "accuracy": metrics.accuracy_score(y, p, **kw),
        "balanced_accuracy": metrics.balanced_accuracy_score(y, p, **kw),
        "matthews_corrcoef": metrics.matthews_corrcoef(y, p, **kw),
        "cohen_kappa": metrics.cohen_kappa_score(y, p, **kw),
        "hamming_loss": metrics.hamming_loss(y, p, **kw),
        "log_loss": mean_surprise(labels, y, proba, mass),
    }
    if np.allclose(proba.sum(axis=1), 1) and w is None:
        index = [labels.index(v) for v in y]
        assert np.isclose(m["log_loss"], metrics.log_loss(index, proba, labels=list(range(k))))
    for average in ("macro", "micro", "weighted"):
        averages(m, average, y, p, labels, w)
    m |= calibration_errors(labels, y, proba, mass)
    m |= explained(labels, y, proba, mass, m["log_loss"])
    per_label, areas, precisions, supports = {}, [], [], []
    for i, label in enumerate(labels):
        true = np.array([v == label for v in y])
        per_label[label] = one_label(true, np.array([v == label for v in p]), proba[:, i], w)
        areas.append(per_label[label]["roc_auc"])
        precisions.append(per_label[label]["average_precision"])
        supports.append(mass[true].sum())
    if binary:
        true = np.array([v == labels[1] for v in y]).astype(int)
        m["roc_auc"] = metrics.roc_auc_score(true, proba[:, 1], **kw)
        m["average_precision"] = metrics.average_precision_score(true, proba[:, 1], **kw)
        m["brier_score"] = metrics.brier_score_loss(true, proba[:, 1], **kw)
    else:
        indicators = np.array([[v == label for label in labels] for v in y]).astype(float)
        squares = ((proba - indicators) ** 2).sum(axis=1)
        m["brier_score"] = np.average(squares, weights=w)
        # A label without area makes the macro average undefined; in the weighted one it weighs nothing.
        m["roc_auc_ovr_macro"] = None if None in areas else np.mean(areas)
        present = [i for i in range(k) if supports[i] > 0]
        m["roc_auc_ovr_weighted"] = np.average(
            [areas[i] for i in present], weights=[supports[i] for i in present])
        m["average_precision_macro"] = np.mean([v or 0 for v in precisions])
        m["average_precision_weighted"] = np.average([v or 0 for v in precisions], weights=supports)
        cells = np.repeat(mass, k)
        m["average_precision_micro"] = metrics.average_precision_score(
            indicators.ravel(), proba.ravel(), sample_weight=cells)
        m["roc_auc_ovr_micro"] = metrics.roc_auc_score(indicators.ravel(), proba.ravel(), sample_weight=cells)
        m |= one_versus_one(labels, y, proba, mass, supports)
        for top in (3, 5):
            if k > top:
                order = np.argsort(labels)
                m[f"top_{top}_accuracy"] = metrics.top_k_accuracy_score(
                    y, proba[:, order], k=top, labels=sorted(labels), **kw)
        if None not in areas and np.allclose(proba.sum(axis=1), 1):
            order = np.argsort(labels)
            for average in ("macro", "weighted"):
                theirs = metrics.roc_auc_score(y, proba[:, order], multi_class="ovr", average=average, **kw)
                assert np.isclose(m[f"roc_auc_ovr_{average}"], theirs)
    return {
        "name": name, "labels": labels, "truth": [[v] for v in y], "predicted": [[v] for v in p],
        "probabilities": proba.tolist(), "weights": [] if w is None else w.tolist(),
        "metrics": {key: None if v is None else number(v) for key, v in m.items()}, "per_label": per_label,
        "report": metrics.classification_report(y, p, labels=labels, sample_weight=w, zero_division=0),
    }


def one_versus_one(labels, y, proba, mass, supports):
    """Hand and Till's means over pairs; with weights, which scikit-learn does not take here, our own extension."""
    y, k = np.array(y), len(labels)
    if min(supports) == 0:
        return {"roc_auc_ovo_macro": None, "roc_auc_ovo_weighted": None}
    areas, shares = [], []
    for a in range(k):
        for b in range(a + 1, k):
            rows = (y == labels[a]) | (y == labels[b])
            one = metrics.roc_auc_score(y[rows] == labels[a], proba[rows, a], sample_weight=mass[rows])
            other = metrics.roc_auc_score(y[rows] == labels[b], proba[rows, b], sample_weight=mass[rows])
            areas.append((one + other) / 2)
            shares.append(mass[rows].sum())
    result = {"roc_auc_ovo_macro": np.mean(areas), "roc_auc_ovo_weighted": np.average(areas, weights=shares)}
    if (mass == 1).all() and np.allclose(proba.sum(axis=1), 1):
        order = np.argsort(labels)
        for average in ("macro", "weighted"):
            theirs = metrics.roc_auc_score(y, proba[:, order], multi_class="ovo", average=average)
            assert np.isclose(result[f"roc_auc_ovo_{average}"], theirs)
    return result


def explained(labels, y, proba, mass, log_loss):
    """The D2 scores, by their formulas; scikit-learn's own where it takes such rows."""
    indicators = np.array([[v == label for label in labels] for v in y]).astype(float)
    shares = np.average(indicators, axis=0, weights=mass)
    present = shares[shares > 0]
    brier = np.average(((proba - indicators) ** 2).sum(axis=1), weights=mass)
    if len(labels) == 2:
        brier = 2 * np.average((proba[:, 1] - indicators[:, 1]) ** 2, weights=mass)
    result = {
        "d2_log_loss": 1 - log_loss / -(present * np.log(present)).sum(),
        "d2_brier_score": 1 - brier / (1 - (shares**2).sum()),
    }
    if np.allclose(proba.sum(axis=1), 1) and len(set(y)) == len(labels):
        index = [labels.index(v) for v in y]
        theirs = metrics.d2_log_loss_score(index, proba, sample_weight=mass, labels=list(range(len(labels))))
        assert np.isclose(result["d2_log_loss"], theirs)
        theirs = metrics.d2_brier_score(index, proba, sample_weight=mass, labels=list(range(len(labels))))
        assert np.isclose(result["d2_brier_score"], theirs)
    return result


def binned_gaps(probability, hit, mass, edges):
    """Weight, hits and probability of each bin; a row lies in the bin whose right edge is the first at or above it."""
    bins = np.searchsorted(edges, probability, side="left")
    for b in np.unique(bins):
        rows = bins == b
        yield mass[rows].sum(), (mass * hit)[rows].sum(), (mass * probability)[rows].sum()


def calibration_errors(labels, y, proba, mass):
    edges = np.arange(1, 15) / 15
    index = np.array([labels.index(v) for v in y])
    confidence, hit = proba.max(axis=1), proba.argmax(axis=1) == index
    total = mass.sum()
    parts = [part for part in binned_gaps(confidence, hit, mass, edges) if part[0] > 0]
    classwise = [
        sum(abs(h - p) for _, h, p in binned_gaps(proba[:, c], index == c, mass, edges)) / total
        for c in range(len(labels))
    ]
    return {
        "expected_calibration_error": sum(abs(h - p) for _, h, p in parts) / total,
        "maximum_calibration_error": max(abs(h - p) / n for n, h, p in parts),
        "expected_calibration_error_classwise": np.mean(classwise),
        "expected_calibration_error_equal_mass": equal_mass_error(confidence, hit, mass),
    }


def equal_mass_error(confidence, hit, mass):
    """Equal confidences go together into the bin in which the first of them falls."""
    total, below, gaps = mass.sum(), 0.0, np.zeros(15)
    for value in np.unique(confidence):
        rows = confidence == value
        gaps[min(14, int(15 * below / total))] += (mass * (hit - confidence))[rows].sum()
        below += mass[rows].sum()
    return np.abs(gaps).sum() / total


def mean_surprise(labels, y, proba, mass):
    rows = np.arange(len(y))
    p = np.clip(proba[rows, [labels.index(v) for v in y]], EPSILON, 1 - EPSILON)
    return float(np.average(-np.log(p), weights=mass))


def averages(m, average, y, p, labels, w):
    kw = {"labels": labels, "average": average, "zero_division": 0, "sample_weight": w}
    m[f"precision_{average}"] = metrics.precision_score(y, p, **kw)
    m[f"recall_{average}"] = metrics.recall_score(y, p, **kw)
    m[f"f1_{average}"] = metrics.f1_score(y, p, **kw)
    m[f"jaccard_{average}"] = metrics.jaccard_score(y, p, **kw)
    if average != "samples":
        m[f"f0.5_{average}"] = metrics.fbeta_score(y, p, beta=0.5, **kw)
        m[f"f2_{average}"] = metrics.fbeta_score(y, p, beta=2, **kw)


def one_label(true, predicted, score, w):
    kw = {"sample_weight": w}
    mass = np.ones(len(true)) if w is None else w
    positive, negative = mass[true].sum(), mass[~true].sum()
    claimed = mass[predicted].sum()
    return {
        "support": float(positive),
        "precision": None if claimed == 0 else metrics.precision_score(true, predicted, **kw),
        "recall": None if positive == 0 else metrics.recall_score(true, predicted, **kw),
        "f1": None if positive + claimed == 0 else metrics.f1_score(true, predicted, **kw),
        "roc_auc": None if positive * negative == 0 else metrics.roc_auc_score(true, score, **kw),
        "average_precision": None if positive == 0 else metrics.average_precision_score(true, score, **kw),
        "brier_score": metrics.brier_score_loss(true, score, **kw),
        **rates(true, predicted, mass),
    }


def rates(true, predicted, mass):
    """The rates of a 2x2 table: by scikit-learn where it has a function, else from such functions of the complement."""
    kw = {"sample_weight": mass}
    positive, negative = mass[true].sum(), mass[~true].sum()
    claimed, passed = mass[predicted].sum(), mass[~predicted].sum()
    sides = positive > 0 and negative > 0
    result = {}

    def put(name, isdefined, value):
        result[name] = number(value()) if isdefined else None

    def likelihood(index):
        return metrics.class_likelihood_ratios(true, predicted, labels=[False, True], **kw)[index]

    recall = lambda: metrics.recall_score(true, predicted, **kw)
    precision = lambda: metrics.precision_score(true, predicted, **kw)
    specificity = lambda: metrics.recall_score(~true, ~predicted, **kw)
    npv = lambda: metrics.precision_score(~true, ~predicted, **kw)
    put("f0.5", positive + claimed > 0, lambda: metrics.fbeta_score(true, predicted, beta=0.5, **kw))
    put("f2", positive + claimed > 0, lambda: metrics.fbeta_score(true, predicted, beta=2, **kw))
    put("specificity", negative > 0, specificity)
    put("negative_predictive_value", passed > 0, npv)
    put("false_positive_rate", negative > 0, lambda: 1 - specificity())
    put("false_negative_rate", positive > 0, lambda: 1 - recall())
    put("false_discovery_rate", claimed > 0, lambda: 1 - precision())
    put("false_omission_rate", passed > 0, lambda: 1 - npv())
    put("prevalence", True, lambda: positive / mass.sum())
    put("balanced_accuracy", sides, lambda: metrics.balanced_accuracy_score(true, predicted, **kw))
    put("informedness", sides, lambda: metrics.balanced_accuracy_score(true, predicted, adjusted=True, **kw))
    put("markedness", claimed > 0 and passed > 0, lambda: precision() + npv() - 1)
    put("matthews_corrcoef", sides and claimed > 0 and passed > 0,
        lambda: metrics.matthews_corrcoef(true, predicted, **kw))
    put("geometric_mean", sides, lambda: np.sqrt(recall() * specificity()))
    put("threat_score", positive + claimed > 0, lambda: metrics.jaccard_score(true, predicted, **kw))
    put("positive_likelihood_ratio", sides, lambda: likelihood(0))
    put("negative_likelihood_ratio", sides, lambda: likelihood(1))
    wrong = mass[true & ~predicted].sum() * mass[~true & predicted].sum()
    put("diagnostic_odds_ratio", sides and wrong > 0, lambda: likelihood(0) / likelihood(1))
    return result


def multilabel(name, rng, labels, rows, decimals, weighted=False):
    k = len(labels)
    truth = (rng.random((rows, k)) < rng.uniform(0.2, 0.5, k)).astype(int)
    proba = np.round(np.clip(rng.normal(0.4 + 0.25 * truth, 0.25), 0, 1), decimals)
    predicted = (proba > 0.5).astype(int)
    w = np.round(rng.exponential(2, rows) * (rng.random(rows) > 0.15), 2) if weighted else None
    kw = {"sample_weight": w}
    m = {
        "accuracy": metrics.accuracy_score(truth, predicted, **kw),
        "hamming_loss": metrics.hamming_loss(truth, predicted, **kw),
        "roc_auc_macro": metrics.roc_auc_score(truth, proba, average="macro", **kw),
        "roc_auc_micro": metrics.roc_auc_score(truth, proba, average="micro", **kw),
        "label_ranking_average_precision": metrics.label_ranking_average_precision_score(truth, proba, **kw),
        "coverage_error": metrics.coverage_error(truth, proba, **kw),
        "label_ranking_loss": metrics.label_ranking_loss(truth, proba, **kw),
        "roc_auc_weighted": metrics.roc_auc_score(truth, proba, average="weighted", **kw),
        "expected_calibration_error_classwise": np.mean([
            sum(abs(h - p) for _, h, p in binned_gaps(
                proba[:, c], truth[:, c], np.ones(rows) if w is None else w, np.arange(1, 15) / 15))
            / (rows if w is None else w.sum())
            for c in range(k)
        ]),
    }
    for average in ("macro", "micro", "weighted"):
        m[f"average_precision_{average}"] = metrics.average_precision_score(truth, proba, average=average, **kw)
    for average in ("macro", "micro", "weighted", "samples"):
        averages(m, average, truth, predicted, list(range(k)), w)
    names = lambda row: [label for label, there in zip(labels, row) if there]
    return {
        "name": name, "labels": labels, "truth": [names(r) for r in truth],
        "predicted": [names(r) for r in predicted], "probabilities": proba.tolist(),
        "weights": [] if w is None else w.tolist(), "metrics": {key: number(v) for key, v in m.items()},
        "per_label": {
            label: one_label(truth[:, i] == 1, predicted[:, i] == 1, proba[:, i], w)
            for i, label in enumerate(labels)},
        "report": metrics.classification_report(
            truth, predicted, target_names=labels, sample_weight=w, zero_division=0),
        "multilabel": True,
    }


def curves(of):
    """Curves of the last label of a case."""
    label = of["labels"][-1]
    true = np.array([label in v for v in of["truth"]])
    score = np.array(of["probabilities"])[:, -1]
    w = np.array(of["weights"]) if of["weights"] else None
    fpr, tpr, roc = metrics.roc_curve(true, score, sample_weight=w, drop_intermediate=False)
    precision, recall, pr = metrics.precision_recall_curve(true, score, sample_weight=w)
    finite = lambda values: [None if np.isinf(v) else float(v) for v in values]
    return {
        "case": of["name"],
        "roc": {"x": fpr.tolist(), "y": tpr.tolist(), "thresholds": finite(roc)},
        "precision_recall": {
            "x": recall.tolist(), "y": precision.tolist(), "thresholds": finite(pr) + [None]},
    }


def numbers(rng):
    values = [0.0, -0.0, 1.0, 0.1, 1 / 3, 0.125, 0.375, 0.005, 0.015, 0.285, 1.115, 0.575, 2.675, 1e-4, 1e-5,
              1.5e-7, 123456789012345.6, 1e15, 1e16, 9007199254740993.0, 12345678901234567890.0, 1e22, 1e100,
              5e-324, 1.7976931348623157e308, 2 / 3, 0.995, 0.9949999999999999, 99.995, -0.125]
    values += [float(v) for v in rng.random(40)]
    values += [float(v) for v in np.round(rng.random(40), 3)]
    return [{"value": v, "repr": repr(v), "two_decimals": f"{v:.2f}" if abs(v) < 1e9 else None} for v in values]


def write(name, content):
    text = json.dumps({"versions": VERSIONS, **content}, ensure_ascii=False, separators=(",", ":"))
    (HERE / name).write_text(text.replace('{"name"', '\n{"name"') + "\n", encoding="utf-8")


rng = np.random.default_rng(20)
cases = [
    single_label("binary, ties", rng, ["no", "yes"], 60, 1),
    single_label("binary, weights, some of them 0", rng, ["no", "yes"], 60, 1, weighted=True),
    single_label("binary, probabilities of 0 and 1", rng, ["no", "yes"], 50, 0),
    single_label("four labels, ties", rng, ["b", "a", "long label ünïcode", "d"], 70, 1),
    single_label("four labels, weights, some of them 0", rng, ["b", "a", "c", "d"], 70, 2, weighted=True),
    single_label("one label never true, one never predicted", rng, ["a", "b", "c", "d"], 60, 2,
                 never_true=(1,), never_predicted=(2,)),
    single_label("a label of weight 0 only", rng, ["a", "b", "c"], 50, 2, weighted=True, weightless=(1,)),
    multilabel("several labels, ties", rng, ["x", "y", "z"], 60, 1),
    multilabel("several labels, weights, some of them 0", rng, ["x", "y", "z", "v"], 60, 2, weighted=True),
]
more = np.random.default_rng(21)
seven = ["d", "b", "g", "a", "c", "f", "e"]
cases += [
    single_label("seven labels", more, seven, 90, 3),
    single_label("seven labels, weights", more, seven, 90, 3, weighted=True),
]
write("scikit-learn.json", {"cases": cases})
write("curves.json", {"curves": [curves(cases[i]) for i in (0, 1, 2, 4, 7)]})
write("python-numbers.json", {"numbers": numbers(rng)})
