"""What the checks work on: the browser, the program, and the sites that it built."""

import threading
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import generated_registries
import hostile_registry
from browser import Browser
from program import Program
from sites import Site

EXAMPLE = Path(__file__).resolve().parents[2] / "site-example"
FOREIGN = Path(__file__).resolve().parents[1] / "Fixtures" / "foreign"


@dataclass(frozen=True)
class Workshop:
    """Everything is made when it is first asked for, in a scratch folder that the caller removes."""

    assay: str
    scratch: Path
    browsers: dict = field(default_factory=dict)

    @property
    def browser(self):
        """The session of Chromium of the thread that asks."""
        thread = threading.get_ident()
        if thread not in self.browsers:
            self.browsers[thread] = Browser()
        return self.browsers[thread]

    @cached_property
    def program(self):
        """The program under test."""
        return Program(self.assay, self.scratch / "elsewhere")

    @cached_property
    def example(self):
        """The example as it is published."""
        return Site("example", EXAMPLE / "public")

    @cached_property
    def hostile(self):
        """The site of runs whose every text is hostile."""
        site = self.scratch / "hostile-site"
        registry = hostile_registry.write(self.scratch / "hostile")
        self.program.make("build", registry, "--config", registry.parent / "assay.yaml", "--out", site)
        return Site("hostile", site)

    @cached_property
    def alone(self):
        """Pages that stand alone: a run and a comparison, of the example and of the hostile registry."""
        folder = self.scratch / "alone"
        folder.mkdir()
        hostile = self.hostile.folder.parent / "hostile" / "registry" / hostile_registry.EXPERIMENT
        digits = EXAMPLE / "registry" / "digits"
        pairs = [
            ("example", digits / "logistic" / "2026_09_14__09_00_00", digits / "forest"),
            ("hostile", hostile / "labels-few" / "predictions.csv", hostile / "labels-few" / "predictions.jsonl"),
        ]
        for name, baseline, candidate in pairs:
            self.program.make("report", candidate, "--out", folder / f"{name}-run.html")
            self.program.make("compare", baseline, candidate, "--out", folder / f"{name}-comparison.html")
        return Site("alone", folder)

    @cached_property
    def foreign(self):
        """Sites of what other tools logged, one below the other: curves, counts as matrices, runs without predictions."""
        folder = self.scratch / "foreign"
        for tool in ("mlflow/mlruns", "wandb", "dvclive", "skrobot"):
            self.program.make("build", FOREIGN / tool, "--out", folder / tool.split("/")[0])
        return Site("foreign", folder)

    @cached_property
    def generated(self):
        """Sites of generated registries by name; only their size is looked at."""
        return {
            name: self.built(name, registry)
            for name, registry in generated_registries.write(self.scratch / "generated").items()
        }

    def built(self, name, registry):
        """The site of a registry without configuration."""
        folder = self.scratch / "sites" / name
        self.program.make("build", registry, "--out", folder)
        return Site(name, folder)

    @cached_property
    def samples(self):
        """Pages that stand for all: of every kind, for what is slow; the ones of a megabyte are not among them."""
        return self.example.samples + hostile_samples(self.hostile) + self.alone.pages + self.foreign.samples

    @cached_property
    def few_samples(self):
        """A page of every kind of the example and of the hostile registry, for what is slowest."""
        names = [f"{hostile_registry.EXPERIMENT}/{name}" for name in ("index", "labels-few", "notes/all/index")]
        hostile = [page for page in hostile_samples(self.hostile) if page.path.startswith(tuple(names))]
        return self.example.samples + hostile

    def prepare(self):
        """Make all sites, before anything that could ask for one of them twice at a time."""
        return [self.example, self.hostile, self.alone, self.foreign, *self.generated.values()]

    def close_browser(self):
        """End this thread's browser; a new one is started if it is asked for again."""
        browser = self.browsers.pop(threading.get_ident(), None)
        if browser:
            browser.close()


def hostile_samples(site):
    """The first page, the hostile experiment, and of each of its variants the largest page of a kind."""
    pages = {page.path: page for page in site.pages}
    chosen = {("", ""): pages["index.html"]}
    for page in sorted(site.pages, key=lambda page: page.file.stat().st_size):
        parts = page.path.split("/")
        if parts[0] == hostile_registry.EXPERIMENT and "huge" not in page.path:
            chosen[parts[1], page.kind] = page
    return list(chosen.values())
