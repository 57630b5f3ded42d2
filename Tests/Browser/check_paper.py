"""Pages print well: nothing is cut off, no heading stands alone at a page's end, what is folded is there."""

import base64
import html
import re
import subprocess

from pypdf import PdfReader

# A4 without the margins of print.css, in CSS pixels.
WIDTH, HEIGHT = 680, 994
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
SHEET = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
# What is wider than the paper makes the browser shrink all of the page; to this much and no further.
LEAST_SCALE = 0.7
NEEDED_WIDTH = "return document.documentElement.scrollWidth"
CUT_OFF = """
const [width, height] = arguments;
const isCutOff = (node, box) =>
  box.left < -1 || box.right > width + 1 || node.matches("img, svg") && box.height > height;
return [...document.querySelectorAll("main :is(figure > *, img, svg)")]
  .filter(node => node.checkVisibility() && isCutOff(node, node.getBoundingClientRect()))
  .map(node => (node.closest("figure, section") || node).id + ": " + node.outerHTML.slice(0, 80));
"""
# An outline of the headings comes only with tags.
PRINTING = {"preferCSSPageSize": True, "printBackground": True} | dict.fromkeys(
    ["generateDocumentOutline", "generateTaggedPDF"], True
)
FOLDED = """
return [...document.querySelectorAll("details")].map(fold => [...fold.querySelectorAll("td, th, p")]
  .filter(node => !node.closest(".hidden-text, .filter, svg") && !node.querySelector("svg, .hidden-text"))
  .map(node => node.textContent));
"""
# Other letters may come back from a PDF file in another form, and lines break after hyphens.
PLAIN_WORD = re.compile(r"[A-Za-z0-9]+(?:\.[0-9]+)?")


def every_page_prints_whole_on_a4_with_folds_open_and_no_heading_left_behind(workshop, findings):
    """Of the example: hostile names, a line long and without a blank, need more than any paper has."""
    browser = workshop.browser
    alone = [page for page in workshop.alone.pages if page.path.startswith("example")]
    for page in findings.look_at(workshop.example.samples + alone):
        browser.show(width=WIDTH, height=HEIGHT, media="print")
        browser.open(page.address)
        width = max(WIDTH, browser.ask(NEEDED_WIDTH))
        scale = WIDTH / width
        findings.expect(scale >= LEAST_SCALE, page, f"needs {width} px, so that {scale:.0%} of its size is left")
        for place in browser.ask(CUT_OFF, width, HEIGHT / scale):
            findings.add(page, f"is cut off by the paper at {place}")
        folds = browser.ask(FOLDED)
        browser.command("Emulation.clearDeviceMetricsOverride")
        paper = workshop.scratch / "paper.pdf"
        paper.write_bytes(base64.b64decode(browser.command("Page.printToPDF", **PRINTING)["data"]))
        look_at_paper(page, paper, folds, findings)
    browser.show()


def look_at_paper(page, paper, folds, findings):
    """Compare words and headings of a PDF file with what should be there."""
    sheets = words_of(paper)
    for number, (width, _, words) in enumerate(sheets, 1):
        for left, _, right, _, text in words:
            findings.expect(left >= 0 and right <= width, page, f"“{text}” runs off sheet {number}")
    printed = "".join(word[4] for _, _, words in sheets for word in words)
    for fold in folds:
        missing = [word for text in fold for word in PLAIN_WORD.findall(text) if word not in printed]
        if missing:
            findings.add(page, f"does not print {len(missing)} words of a fold, such as “{missing[0][:60]}”")
    for title, number, top in headings(PdfReader(paper)):
        _, height, words = sheets[number]
        below = [text for _, _, _, bottom, text in words if bottom > height - top + 2]
        left = "".join(below).replace("".join(title.split()), "", 1)
        findings.expect(len(left) > 1, page, f"the heading “{title}” is the last thing on sheet {number + 1}")


def words_of(paper):
    """Width, height and words of each sheet, a word with its box from the upper left corner, in points."""
    ended = subprocess.run(["pdftotext", "-bbox", str(paper), "-"], capture_output=True, check=True, timeout=60)
    sheets = []
    for sheet in SHEET.finditer(ended.stdout.decode(errors="replace")):
        words = [(*map(float, word.groups()[:4]), html.unescape(word[5])) for word in WORD.finditer(sheet[3])]
        sheets.append((float(sheet[1]), float(sheet[2]), words))
    return sheets


def headings(reader):
    """Title, sheet and distance of the upper edge from the sheet's foot, of every heading in the document's outline."""
    entries = [reader.outline]
    while entries:
        entry = entries.pop()
        if isinstance(entry, list):
            entries += entry
        else:
            yield entry.title, reader.get_destination_page_number(entry), float(entry.top or 0)


CHECKS = [every_page_prints_whole_on_a4_with_folds_open_and_no_heading_left_behind]
