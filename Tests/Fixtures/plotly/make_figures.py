"""Writes the figures beside it, as Plotly writes them: python make_figures.py

plotly 7.1.0, numpy 2.4.6, pandas 3.1.1, Python 3.11. The bytes do not depend on the day.
"""

import os

import numpy as np
import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import plotly.io as pio

# A template is 7 kB of colours that nobody reads here; one figure keeps its own.
pio.templates.default = "none"
here = os.path.dirname(os.path.abspath(__file__))
random = np.random.default_rng(7)


def write(name, figure):
    with open(os.path.join(here, name + ".plotly.json"), "w") as file:
        file.write(figure.to_json() + "\n")


def lines():
    days = pd.date_range("2026-02-20", periods=20, freq="D")
    table = pd.DataFrame({"day": days, "train": 1 / np.arange(1, 21), "validation": 0.08 + 1 / np.arange(1, 21)})
    table.loc[[7, 8], "train"] = np.nan
    write("dates", px.line(table, x="day", y=["train", "validation"], title="Loss <b>by day</b>"))
    rates = [1e-5, 1e-4, 1e-3, 1e-2, 1e-1]
    figure = go.Figure()
    figure.add_scatter(x=rates, y=[0.41, 0.62, 0.88, 0.91, 0.3], name="adam", mode="lines+markers")
    figure.add_scatter(x=rates, y=[0.3, 0.35, 0.6, 0.82, 0.9], name="sgd", mode="lines+markers")
    figure.add_scatter(x=rates, y=[0, 0, 0, 0, 0], name="hidden", visible="legendonly")
    figure.update_layout(
        title={"text": "R<sup>2</sup> by learning rate"},
        xaxis={"type": "log", "title": {"text": "learning rate"}},
        yaxis={"title": "R<sup>2</sup>"},
    )
    write("logarithmic", figure)
    false_positive = np.array([0, 0.05, 0.1, 0.3, 0.6, 1])
    figure = go.Figure(go.Scatter(x=false_positive, y=[0, 0.5, 0.7, 0.9, 0.98, 1], line={"shape": "hv"}, name="AUC 0.89"))
    figure.add_scatter(x=[0, 1], y=[0, 1], mode="lines", name="chance", line={"dash": "dash"})
    figure.update_layout(xaxis_title="false-positive rate", yaxis_title="true-positive rate")
    write("steps", figure)


def points():
    names = np.repeat(["setosa", "versicolor", "virginica"], 40)
    shift = np.repeat([0.0, 1.4, 2.2], 40)
    table = pd.DataFrame(
        {
            "length": (1.5 + 1.8 * shift + random.normal(0, 0.4, 120)).astype("float32"),
            "width": 0.3 + 0.8 * shift + random.normal(0, 0.2, 120),
            "species": names,
        }
    )
    figure = px.scatter(table, x="length", y="width", color="species", template="plotly")
    write("points", figure)
    write(
        "many-points",
        px.scatter(x=random.normal(0, 1, 1200).astype("f4"), y=random.normal(0, 1, 1200).astype("f4"), render_mode="webgl"),
    )


def bars():
    table = pd.DataFrame(
        {
            "label": ["cat", "dog", "horse"] * 2,
            "f1": [0.91, 0.85, 0.6, 0.88, 0.9, 0.71],
            "model": ["forest"] * 3 + ["logistic"] * 3,
        }
    )
    write("grouped", px.bar(table, x="label", y="f1", color="model", barmode="group"))
    counts = np.array([[30, 12, 5, 1], [4, 20, 9, 2], [1, 3, 14, 8]], dtype="i2")
    figure = go.Figure()
    for name, row in zip(["right", "near", "wrong"], counts):
        figure.add_bar(x=["A", "B", "C", "D"], y=row, name=name)
    figure.update_layout(barmode="stack", yaxis_title="examples")
    write("stacked", figure)
    features = [f"mean {name}" for name in ["radius", "texture", "area", "smoothness", "concavity", "symmetry"]]
    figure = go.Figure(go.Bar(x=[0.31, 0.04, 0.22, 0.02, 0.19, 0.01], y=features, orientation="h"))
    figure.update_layout(
        title="Feature importance",
        xaxis_title="importance",
        yaxis={"autorange": "reversed", "categoryorder": "total descending"},
    )
    write("importance", figure)


def histograms():
    scores = pd.DataFrame(
        {
            "score": np.concatenate([random.beta(2, 5, 300), random.beta(5, 2, 200)]),
            "truth": ["no"] * 300 + ["yes"] * 200,
        }
    )
    write("histogram", px.histogram(scores, x="score", nbins=20, title="Scores"))
    write("overlaid", px.histogram(scores, x="score", color="truth", barmode="overlay", histnorm="percent"))
    write("counted", px.histogram(x=["dog", "cat", "dog", "eel", "dog", "cat"]))


def heatmaps():
    confusion = np.array([[50, 2, 0], [3, 44, 6], [0, 9, 41]], dtype="u1")
    labels = ["cat", "dog", "eel"]
    write(
        "confusion",
        px.imshow(confusion, x=labels, y=labels, labels={"x": "predicted", "y": "truth", "color": "examples"}, text_auto=True),
    )
    names = ["radius", "texture", "area", "symmetry"]
    correlations = np.corrcoef(random.normal(0, 1, (4, 12)))
    write("correlations", go.Figure(go.Heatmap(z=correlations, x=names, y=names, zmid=0)))
    write("large", go.Figure(go.Heatmap(z=np.outer(np.sin(np.arange(24) / 4), np.cos(np.arange(48) / 7)).astype("f4"))))


def typed():
    figure = go.Figure()
    for position, kind in enumerate(["i1", "u1", "i2", "u2", "i4", "u4", "f4", "f8"]):
        limits = np.array([0, 1, 100]) if kind[0] == "u" else np.array([-100, 0, 100])
        figure.add_scatter(y=limits.astype(kind) + (0 if kind[0] != "f" else np.array([0.5, 0, 0]).astype(kind)), name=kind)
    write("typed", figure)


def not_drawn():
    write("scatter3d", go.Figure(go.Scatter3d(x=[1, 2], y=[1, 2], z=[1, 2])))
    write("box", px.box(y=[1, 2, 3, 9]))


if __name__ == "__main__":
    lines()
    points()
    bars()
    histograms()
    heatmaps()
    typed()
    not_drawn()
