"""Pages load nothing from outside, complain of nothing, and run nothing that is not Assay's."""

from injection_strings import RUN
from server import serving
from sites import Page, Site

# A foreign page is shown in a frame that inherits the policy; what the policy keeps from it is said of this address.
FRAME = "about:srcdoc"
SCHEMES = ["file:", "http:", "https:", "mailto:"]
STRANGE_LINKS = """
const allowed = arguments[0];
return [...document.querySelectorAll("a[href], area[href]")]
  .filter(link => !allowed.includes(link.protocol)).map(link => link.href);
"""
PLANTED = f"""<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Planted</title>
<img src="http://outside.invalid/planted.png" alt=""><a href="javascript:{RUN}">link</a>
<script>{RUN};console.error("planted")</script>
"""
HEARD = ["complains: ", "asks for http://outside", "opens a dialog", "runs", "has the link javascript:"]


def problems(browser, address, root):
    """What is wrong with a page of a site that begins with `root`, each in words."""
    visit = browser.visit(address)
    found = [f"complains: {text}" for text in visit.complaints if not text.startswith(FRAME)]
    found += [
        f"asks for {asked[:200]}" for asked in visit.requests
        if not asked.startswith((root, "data:", FRAME)) and not asked.endswith("/favicon.ico")
    ]
    found += [f"opens a dialog: {text}" for text in visit.dialogs]
    if browser.ask("return window.pwned === 1"):
        found.append("runs a hostile text")
    found += [f"has the link {link[:200]}" for link in browser.ask(STRANGE_LINKS, SCHEMES)]
    return found


def the_browser_hears_what_a_planted_page_does_wrong(workshop, findings):
    """A check of the checks: each kind of problem, on a page that has them all."""
    folder = workshop.scratch / "planted"
    folder.mkdir()
    (folder / "page.html").write_text(PLANTED)
    page = Page(Site("planted", folder), "page.html")
    heard = problems(workshop.browser, page.address, folder.as_uri())
    for word in findings.look_at(HEARD):
        is_heard = any(text.startswith(word) for text in heard)
        findings.expect(is_heard, page, f"“{word}…” was not heard, but {heard}")


def every_page_opens_from_disk_without_complaint_and_loads_nothing_from_outside(workshop, findings):
    """All pages, hostile ones too."""
    for site in (workshop.example, workshop.hostile, workshop.alone):
        for page in findings.look_at(site.pages):
            for problem in problems(workshop.browser, page.address, site.folder.as_uri()):
                findings.add(page, problem)


def every_page_opens_over_http_without_complaint_and_loads_nothing_from_outside(workshop, findings):
    """The same from a server; one page of each kind."""
    for site in (workshop.example, workshop.hostile, workshop.alone):
        with serving(site.folder) as root:
            for page in findings.look_at(page for page in workshop.samples if page.site is site):
                for problem in problems(workshop.browser, root + page.path, root):
                    findings.add(page, problem)


CHECKS = [
    the_browser_hears_what_a_planted_page_does_wrong,
    every_page_opens_from_disk_without_complaint_and_loads_nothing_from_outside,
    every_page_opens_over_http_without_complaint_and_loads_nothing_from_outside,
]
