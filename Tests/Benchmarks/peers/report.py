"""What scikit-learn's classification report says of all labels together, under the names of its functions."""


def averages(report):
    """The numbers of `classification_report(…, output_dict=True)`."""
    numbers = {"accuracy": report["accuracy"]}
    for average in ("macro", "weighted"):
        for name, key in (("precision", "precision"), ("recall", "recall"), ("f1", "f1-score")):
            numbers[f"{name}_{average}"] = report[f"{average} avg"][key]
    return numbers
