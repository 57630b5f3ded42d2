"""Built sites, their pages, and the few of them that stand for all."""

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

KIND = re.compile(r'<p class="kind">([^<]*)</p>')


@dataclass(frozen=True)
class Page:
    """An HTML file of a site."""

    site: "Site"
    path: str

    def __str__(self):
        return f"{self.site.name}/{self.path}"

    @property
    def file(self):
        """Where it lies."""
        return self.site.folder / self.path

    @property
    def address(self):
        """Its address on this machine's disk."""
        return self.file.as_uri()

    @property
    def kind(self):
        """What it calls itself: a run, a comparison, an experiment; the first page says nothing."""
        found = KIND.search(self.file.read_text()[:10_000])
        return found[1] if found else "Index"


@dataclass(frozen=True)
class Site:
    """A folder of pages: a site, or pages that stand alone."""

    name: str
    folder: Path

    @cached_property
    def pages(self):
        """All pages, in the order of their paths."""
        return [Page(self, str(file.relative_to(self.folder))) for file in sorted(self.folder.rglob("*.html"))]

    @cached_property
    def samples(self):
        """The largest page of each kind in each folder at the top, so that every kind of content is there."""
        largest = {}
        for page in sorted(self.pages, key=lambda page: page.file.stat().st_size):
            largest[page.path.split("/")[0], page.kind] = page
        return sorted(largest.values(), key=lambda page: page.path)
