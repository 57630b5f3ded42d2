"""Write a registry whose runs are right and whose every text is hostile: python3 hostile_registry.py FOLDER

Each string field of each format holds each text of the corpus at least once, and mutations of them from a fixed seed.
"""

import json
import re
import sys
from pathlib import Path

import hostile_predictions as predictions
from injection_strings import CORPUS, HUGE, LONE_SURROGATES, RUN, STYLES, mutations
from registry_files import RegistryWriter, folder_name

SEED = 20260302
EXPERIMENT = "hostile"
PICTURE = (
    f'<svg xmlns="http://www.w3.org/2000/svg" onload="{RUN}"><script>{RUN}</script>'
    '<image href="//outside.invalid/s"/></svg>'
)


def write(folder):
    """Write `registry` and `assay.yaml` into a folder, and return the registry's path."""
    root = Path(folder) / "registry"
    writer = RegistryWriter(root)
    texts = CORPUS + mutations(SEED, 40)
    for name, labels in [("few", CORPUS[:8]), ("corpus", CORPUS), ("mutations", mutations(SEED + 1, 25))]:
        write_predictions(writer, name, labels)
    for name, values in [("corpus", texts), ("surrogates", CORPUS[:5] + LONE_SURROGATES), ("huge", [HUGE])]:
        write_record(writer, name, values)
    write_parts(writer)
    write_huge_row(writer)
    write_artifacts(writer, texts)
    write_notes(writer, texts)
    write_ids(writer, CORPUS + LONE_SURROGATES)
    write_configuration(Path(folder) / "assay.yaml")
    return root


def write_predictions(writer, name, texts):
    """One run for each form of prediction file; labels come from the texts too."""
    files = [
        ("predictions.csv", predictions.as_csv), ("predictions.jsonl", predictions.as_json_lines),
        ("sets.jsonl", predictions.as_label_sets),
    ]
    for filename, form in files:
        writer.run(EXPERIMENT, f"labels-{name}", filename, [("predictions", filename, "binary", form(texts, texts))])


def write_parts(writer):
    """Every text as the value of an attribute and as the name of a fold, as many in a file as are sliced by."""
    for start in range(0, len(CORPUS), predictions.VALUES):
        texts = CORPUS[start : start + predictions.VALUES]
        content = predictions.as_csv(["no", "yes"], texts, folds=predictions.VALUES)
        writer.run(EXPERIMENT, "parts", str(start), [("predictions", "predictions.csv", "binary", content)])


def write_record(writer, name, texts):
    """A record whose every name and value is hostile, beside plain predictions."""
    values = dict(zip(texts, texts[1:] + texts[:1]))
    history = {
        text: [{"step": step, "value": 1 / (step + 1), "timestamp": text} for step in range(3)] for text in texts
    }
    own = {
        "status": "failed", "error": "\n".join(texts), "parent": texts[0], "notes": "\n\n".join(texts), "tags": values,
        "provenance": values | {"command": texts[-1]}, "features": texts, "histories": history,
        "params": values, "metrics": dict.fromkeys(texts, 0.5),
    }
    dicts = {text: {text: value, "plain": text} for text, value in values.items()}
    plain = [("predictions", "predictions.csv", "binary", "id,y_true,y_pred\n1,no,no\n2,yes,no\n")]
    writer.run(
        EXPERIMENT, "record", name, plain, own, params=values, metrics=dict.fromkeys(texts, "0.5") | {"text": texts[0]},
        dicts=dicts, **{f"unknown {text}": text for text in texts[:20]},
    )
    writer.run(EXPERIMENT, "record", f"{name}-status", (), {"status": texts[0], "error": texts[-1]}, params=values)


def write_huge_row(writer):
    """A megabyte as text, as label and as name of an attribute, one run for each."""
    head, row = ["id", "y_true", "y_pred", "text", "source"], ["1", "no", "yes", "t", "web"]
    for place, name in [(0, "id"), (3, "text"), (4, "attribute"), (1, "label")]:
        cells = row[:place] + ['"' + HUGE.replace('"', '""') + '"'] + row[place + 1 :]
        content = ",".join(head) + "\n" + ",".join(cells) + "\n2,yes,yes,t,mail\n3,no,no,t,web\n"
        writer.run(EXPERIMENT, "huge", name, [("predictions", "predictions.csv", "binary", content)])


def write_artifacts(writer, texts):
    """Artifacts of every type under hostile ids and file names, each with hostile content."""
    page = f"<!DOCTYPE html><title>x</title><style>*{{color:red}}</style><script>{RUN}</script>" + "".join(texts)
    named = [
        (text, filename if (filename := folder_name(text)) else f"file-{number}.txt", "binary", text)
        for number, text in enumerate(texts)
    ]
    typed = [(f"{kind} {text}", f"{kind}-{number}", kind, text) for kind in ("png", "jpg", "html", "plotly_json")
             for number, text in enumerate(texts[:6])]
    endings = [
        (f"file {ending}", f"content.{ending}", "binary", content)
        for ending, content in [
            ("html", page), ("svg", PICTURE), ("xml", PICTURE), ("xhtml", page), ("txt", page), ("csv", page),
            ("json", json.dumps(texts)), ("md", "\n\n".join(texts)), ("log", page), ("js", RUN), ("css", STYLES[1]),
        ]
    ]
    pictures = [("picture", "picture.png", "png", PICTURE), ("page", "page.html", "html", page)]
    for variant, artifacts in [("artifacts", named), ("types", typed + endings + pictures)]:
        writer.run(EXPERIMENT, variant, "all", artifacts)


def write_notes(writer, texts):
    """Markdown in which the texts stand as paragraphs, in code, in tables, in lists, and as words after a fence."""
    blocks = [f"# {text}\n\n- {text}\n\n> {text}\n\n[{text}]({text} \"{text}\")\n" for text in texts]
    blocks += [f"```{text}\n{text}\n```\n\n```csv\na,{text}\n{text},b\n```\n" for text in texts]
    blocks += [f"| {text} | b |\n|---|---|\n| c | {text} |\n" for text in texts]
    writer.run(EXPERIMENT, "notes", "all", [("notes.md", "notes.md", "binary", "\n\n".join(blocks))])


def write_ids(writer, texts):
    """An experiment for each text, which is its positive label too; variants and runs bear others."""
    for number, text in enumerate(texts):
        variant, run = texts[(number + 1) % len(texts)], texts[(number + 2) % len(texts)]
        content = predictions.as_csv([text, "other"], [text, "plain", *CORPUS[:2]])
        for name in (run, "second") if number % 6 == 0 else (run,):
            files = [("predictions", "predictions.csv", "binary", content)]
            writer.run(text, variant, name, files, {"status": text, "error": text}, params={"a": name})


def write_configuration(path):
    """A configuration with hostile title, names and slices; JSON is YAML, but for some escapes."""
    experiments = {text: {"positive": text} for text in CORPUS}
    quoted = "'" + CORPUS[0].replace("'", "''") + "'"
    slices = [f"text = {quoted}", "contains(id, '<b>\"')"]
    experiments[EXPERIMENT] = {"slices": slices, "baseline": "labels-corpus/predictions.csv"}
    text = json.dumps({"title": " ".join(CORPUS), "experiments": experiments})
    path.write_text(re.sub(r"\\u(d[89ab]..)\\u(d[c-f]..)", whole_escape, text))


def whole_escape(pair):
    """The escape of YAML for what JSON writes as a pair of surrogates."""
    high, low = (int(half, 16) for half in pair.groups())
    return f"\\U{0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00:08x}"


if __name__ == "__main__":
    print(write(sys.argv[1]))
