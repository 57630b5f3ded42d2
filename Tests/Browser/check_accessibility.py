"""axe-core finds nothing, at two widths, in light and in dark."""

from packages import AXE

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only the rules of colour depend on the reader's colours.
EVERYTHING = {"type": "tag", "values": RULES}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOOKS = [(1280, "light", EVERYTHING), (1280, "dark", COLOURS), (360, "light", EVERYTHING), (360, "dark", COLOURS)]
OPEN_FOLDS = "document.querySelectorAll('details').forEach(fold => { fold.open = true; })"
# The rows of folded tables are of one kind each, and thousands of them take minutes.
KEEP_FIRST_ROWS = """
document.querySelectorAll("details tbody").forEach(body => [...body.rows].slice(3).forEach(row => row.remove()));
"""
# `preload` would load style sheets anew, which the pages' policy refuses.
RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run(document, {preload: false, resultTypes: ["violations"], runOnly: arguments[0]}).then(
  result => done(result.violations.flatMap(
    rule => rule.nodes.map(node => [rule.id, node.target.join(" "), node.failureSummary]))),
  error => done([["axe", "document", String(error)]]));
"""


def axe_finds_nothing_in_light_and_dark_on_wide_and_narrow_screens(workshop, findings):
    """WCAG 2.2 AA and best practice, with all folds open."""
    browser = workshop.browser
    source = AXE.read_text()
    for page in findings.look_at(workshop.few_samples):
        browser.show()
        browser.open(page.address)
        browser.ask(OPEN_FOLDS)
        browser.ask(KEEP_FIRST_ROWS)
        browser.ask(source)
        for width, scheme, rules in LOOKS:
            browser.show(width=width, scheme=scheme)
            for rule, target, summary in browser.ask_later(RUN_AXE, rules):
                findings.add(page, f"{scheme}, {width} px: {rule} at {target}: {' '.join(summary.split())}")
    browser.show()


CHECKS = [axe_finds_nothing_in_light_and_dark_on_wide_and_narrow_screens]
