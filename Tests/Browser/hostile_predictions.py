"""Prediction files in which every name and every text is hostile, and every number is right."""

import csv
import io
import json

# An attribute is sliced by if it has 2 to 20 values.
VALUES = 15
FOLDS = 4


def spread(labels, favoured):
    """Probabilities that add up to one and favour one label."""
    rest = 0.4 / (len(labels) - 1)
    return [0.6 if label == favoured else rest for label in labels]


def pick(texts, number, count=VALUES):
    """One of the first few texts, each in its turn."""
    return texts[number % min(count, len(texts))]


def rows(labels, texts):
    """Each text twice, with its true and its predicted label: first on a wrong row, then on a right one."""
    for number, text in enumerate(texts * 2):
        is_right = number >= len(texts)
        yield number, labels[number % len(labels)], labels[(number + 1 - is_right) % len(labels)], text


def as_csv(labels, texts, folds=FOLDS):
    """Labels, ids, texts, images, groups, folds, attribute names and attribute values, each of them hostile."""
    output = io.StringIO()
    writer = csv.writer(output)
    attributes = list(dict.fromkeys([*texts[:10], "plain"]))
    head = ["id", "y_true", "y_pred", "text", "image", "group", "fold", *attributes]
    writer.writerow(head + [f"proba_{label}" for label in labels])
    for number, truth, predicted, text in rows(labels, texts):
        own = [f"{number} {text}", truth, predicted, text, text, text, pick(texts, number, folds)]
        values = [pick(texts, number + place) for place, _ in enumerate(attributes)]
        writer.writerow(own + values + [f"{value:.17g}" for value in spread(labels, predicted)])
    return output.getvalue()


def as_json_lines(labels, texts):
    """The same as JSON lines, with the later texts as names of attributes."""
    lines = []
    for number, truth, predicted, text in rows(labels, texts):
        row = {"id": f"{number} {text}", "y_true": truth, "y_pred": predicted, "text": text, "image": text}
        row |= {"group": text, "fold": pick(texts, number, FOLDS)}
        row |= {name: pick(texts, number + place) for place, name in enumerate(texts[10:])}
        lines.append(json.dumps(row | {"y_proba": dict(zip(labels, spread(labels, predicted)))}))
    return "\n".join(lines) + "\n"


def as_label_sets(labels, texts):
    """JSON lines whose rows have several labels."""
    lines = []
    for number, truth, predicted, text in rows(labels, texts):
        both = list(dict.fromkeys([truth, labels[(number + 2) % len(labels)]]))
        row = {"id": f"{number} {text}", "y_true": both, "y_pred": [predicted], "text": text}
        lines.append(json.dumps(row | {"y_proba": {label: 0.9 if label == predicted else 0.1 for label in labels}}))
    return "\n".join(lines) + "\n"
