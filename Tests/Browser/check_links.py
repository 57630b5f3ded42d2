"""Every link of a site leads to a file of the site, and to a place in it."""

import re
import urllib.parse
from html.parser import HTMLParser
from pathlib import PurePosixPath

ADDRESSES = {"href", "src", "xlink:href", "poster", "data", "action"}
REFERENCES = {"aria-labelledby", "aria-describedby", "for", "headers", "aria-controls"}
STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?([^\"')]*)|@import\s*[\"']([^\"']*)")


class Scan(HTMLParser):
    """The ids of a page, the addresses that it names, and the ids that its attributes refer to."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.repeated, self.addresses, self.references = set(), [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        """Take down what a tag holds."""
        for name, value in attributes:
            value = value or ""
            if name == "id":
                self.repeated += [value] * (value in self.ids)
                self.ids.add(value)
            elif name in ADDRESSES:
                self.addresses.append((tag, value))
            elif name in REFERENCES:
                self.references += value.split()


def every_internal_link_and_fragment_resolves(workshop, findings):
    """In all pages and style sheets of all sites; links of the user's own notes may lead out."""
    for site in (workshop.example, workshop.hostile, workshop.alone, *workshop.generated.values()):
        files = {str(file.relative_to(site.folder)) for file in site.folder.rglob("*") if file.is_file()}
        scans = {page.path: Scan(page.file.read_text()) for page in site.pages}
        for page in findings.look_at(site.pages):
            scan = scans[page.path]
            for identity in scan.repeated:
                findings.add(page, f"the id “{identity}” stands twice")
            for identity in scan.references:
                findings.expect(identity in scan.ids, page, f"refers to the id “{identity}”, which is not there")
            for tag, address in scan.addresses:
                problem = dead(address, tag, page.path, files, scans)
                findings.expect(problem is None, page, f"<{tag}> {address[:120]}: {problem}")
        for name in findings.look_at(name for name in files if name.endswith(".css")):
            for match in STYLE_ADDRESS.finditer((site.folder / name).read_text()):
                problem = dead(match[1] or match[2], "img", name, files, scans)
                findings.expect(problem is None, f"{site.name}/{name}", f"{match[0]}: {problem}")


def dead(address, tag, path, files, scans):
    """Why an address on a page leads nowhere; None if it leads somewhere."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme == "data":
        return None if tag == "img" else "data is for pictures only"
    if parts.scheme in ("http", "https", "mailto"):
        return None if tag == "a" else "loads from outside"
    if parts.scheme or parts.netloc or address.startswith("/"):
        return "leads out of the site"
    target = resolved(path, urllib.parse.unquote(parts.path)) if parts.path else path
    if target not in files:
        return f"there is no file {target}"
    if parts.fragment and (target not in scans or urllib.parse.unquote(parts.fragment) not in scans[target].ids):
        return f"there is no “{parts.fragment}” in {target}"
    return None


def resolved(path, relative):
    """The path below the site that a relative address means on a page."""
    segments = list(PurePosixPath(path).parent.parts)
    for segment in relative.split("/"):
        if segment == ".." and segments:
            segments.pop()
        elif segment not in ("", "."):
            segments.append(segment)
    return "/".join(segments)


CHECKS = [every_internal_link_and_fragment_resolves]
