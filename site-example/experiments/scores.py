"""What all three experiments measure and write down in the same way."""

import csv
import io
import platform

import matplotlib.pyplot
import numpy
import sklearn
from sklearn import metrics

SMALLEST = numpy.finfo(float).eps  # log loss clips probabilities to this far from 0 and 1, as scikit-learn does


def written_probabilities(probabilities):
    """The probabilities with five significant digits, as the prediction file holds them.

    Everything is measured on these, so that who recomputes a metric from the file finds the same value.
    """
    return numpy.array([[float(f"{value:.5g}") for value in row] for row in probabilities])


def predictions_csv(ids, labels, truth, predicted, probabilities, **columns):
    """A prediction file: probabilities[i][k] belongs to row i and labels[k]; further columns as given."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["id", "y_true", "y_pred", *(f"proba_{label}" for label in labels), *columns])
    for row in range(len(ids)):
        digits = [f"{value:.5g}" for value in probabilities[row]]
        writer.writerow([ids[row], truth[row], predicted[row], *digits, *(column[row] for column in columns.values())])
    return text.getvalue()


def multiclass_metrics(labels, truth, predicted, probabilities):
    """Metrics under scikit-learn's names, rounded to four decimals."""
    truth = numpy.asarray(truth)
    own = probabilities[numpy.arange(len(truth)), [list(labels).index(label) for label in truth]]
    areas = [metrics.roc_auc_score(truth == label, probabilities[:, k]) for k, label in enumerate(labels)]
    return rounded({
        "accuracy": metrics.accuracy_score(truth, predicted),
        "balanced_accuracy": metrics.balanced_accuracy_score(truth, predicted),
        "f1_macro": metrics.f1_score(truth, predicted, average="macro"),
        "log_loss": -numpy.log(numpy.clip(own, SMALLEST, 1 - SMALLEST)).mean(),
        "roc_auc_ovr_macro": numpy.mean(areas),
    })


def binary_metrics(positive, labels, truth, predicted, probabilities):
    """Metrics of the positive label, rounded to four decimals; probabilities[i][k] belongs to row i and labels[k]."""
    is_positive = numpy.asarray(truth) == positive
    scores = probabilities[:, list(labels).index(positive)]
    return rounded({
        "accuracy": metrics.accuracy_score(truth, predicted),
        "balanced_accuracy": metrics.balanced_accuracy_score(truth, predicted),
        "roc_auc": metrics.roc_auc_score(is_positive, scores),
        "average_precision": metrics.average_precision_score(is_positive, scores),
        "log_loss": metrics.log_loss(truth, probabilities, labels=labels),
        "brier_score": metrics.brier_score_loss(is_positive, scores),
    })


def rounded(values):
    """Every value as a float of four decimals."""
    return {name: round(float(value), 4) for name, value in values.items()}


def recall_by_label(labels, truth, predicted):
    """Label -> the share of its rows that were found."""
    recalls = metrics.recall_score(truth, predicted, labels=labels, average=None)
    return rounded({str(label): value for label, value in zip(labels, recalls)})


def most_confused(labels, truth, predicted):
    """The pair (true label, predicted label, count) that is confused most often."""
    counts = metrics.confusion_matrix(truth, predicted, labels=labels)
    numpy.fill_diagonal(counts, 0)
    row, column = numpy.unravel_index(counts.argmax(), counts.shape)
    return str(labels[row]), str(labels[column]), int(counts[row, column])


def environment():
    """The versions that the numbers depend on."""
    return {
        "python": ".".join(platform.python_version_tuple()[:2]),
        "scikit-learn": sklearn.__version__,
        "numpy": numpy.__version__,
    }


def png(figure):
    """The bytes of a figure, the same each time."""
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", dpi=80, metadata={"Software": None})
    matplotlib.pyplot.close(figure)
    return buffer.getvalue()
