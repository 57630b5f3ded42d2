"""Writes runs in the format of experiment-results-manager, without a word of what they hold."""

import json
from pathlib import Path

CREATED = "2026-01-05T08:00:00"


def folder_name(text):
    """The text as one that folders can bear, one for each part between slashes; None if it cannot be one."""
    parts = text.encode(errors="surrogatepass").split(b"/")
    if any(part in (b"", b".", b"..") or len(part) > 200 for part in parts) or "\0" in text:
        return None
    return None if any("\ud800" <= letter <= "\udfff" for letter in text) else text


class RegistryWriter:
    """A registry that comes to be."""

    def __init__(self, root):
        self.root = Path(root)
        self.count = 0
        self.mark(self.root / ".erm_registry.json")

    def mark(self, path, **fields):
        """Write a marker, which names what its folder is."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({**fields, "created_timestamp_utc": CREATED}))

    def run(self, experiment, variant, run, artifacts=(), own=None, **fields):
        """Write a run and return its folder.

        `artifacts` are (id, file name, type, bytes or text). An id that no folder can bear stands in the record only.
        """
        self.count += 1
        ids = [folder_name(text) or f"folder-{self.count}" for text in (experiment, variant, run)]
        place = self.root.joinpath(*ids)
        self.mark(self.root / ids[0] / ".erm_experiment.json", experiment_id=experiment)
        self.mark(self.root / ids[0] / ids[1] / ".erm_variant.json", variant_id=variant)
        (place / "artifacts").mkdir(parents=True, exist_ok=True)
        record = {"timestamp_utc": f"2026-01-05T{self.count // 60:02}:{self.count % 60:02}:00"}
        record |= {"experiment_id": experiment, "variant_id": variant, "run_id": run}
        record |= {"params": {}, "metrics": {}, "dicts": {}, "artifacts": {}} | fields
        for name, filename, kind, content in artifacts:
            record["artifacts"][name] = {"id": name, "filename": filename, "artifact_type": kind}
            file = place / "artifacts" / filename
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode(errors="surrogatepass"))
        if own is not None:
            record["assay"] = {"schema_version": 1, **own}
        # ASCII, so that a lone surrogate is written as the escape that it is.
        (place / "erm_metadata.json").write_text(json.dumps(record))
        return place
