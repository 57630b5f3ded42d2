"""A leaderboard of several pages is sorted and filtered as if it were one, and read whole without scripts."""

import random

from registry_files import RegistryWriter
from sites import Site

RUNS = 420

# Types into the box above the leaderboard, and waits until the rows of all pages are there.
FILTER = """
const [words, done] = arguments;
const box = document.querySelector(".filter input");
box.value = words;
box.dispatchEvent(new Event("input"));
const wait = () => document.querySelector(".filter output").textContent.includes("on all pages")
  ? done() : setTimeout(wait, 20);
words ? wait() : setTimeout(done, 50);
"""

# The rows that are seen: the words of their first cell, of the score, and where their link leads.
ROWS = """
return Array.from(document.querySelectorAll("table[data-rows] tbody:not([hidden]) tr:not(.subhead)")).map(row =>
  [row.cells[0].textContent.trim(), row.cells[1].textContent.trim(), row.querySelector("a").href]);
"""

SORT = """
const head = Array.from(document.querySelectorAll("th .sort")).find(button => button.textContent === arguments[0]);
head.click();
"""


def a_leaderboard_of_many_pages_is_searched_and_sorted_as_one(workshop, findings):
    """On disk, where no script may read a file: the rows come as a script of their own."""
    browser = workshop.browser
    page = leaderboard(workshop)
    for look in findings.look_at([page]):
        browser.open(look.address)
        first = browser.ask(ROWS)
        findings.expect(len(first) == 100, look, f"shows {len(first)} rows of its own")

        browser.ask_later(FILTER, "depth-7 wide")
        found = browser.ask(ROWS)
        wanted = [number for number in range(RUNS) if number % 9 == 7 and number % 2]
        findings.expect(len(found) == len(wanted), look, f"finds {len(found)} rows, not {len(wanted)}")
        findings.expect(all("/wide/" in link for _, _, link in found), look, "finds rows of other variants")
        scores = [score for _, score, _ in found]
        findings.expect(scores == sorted(scores, reverse=True), look, "does not keep the best first")

        browser.ask_later(FILTER, "")
        findings.expect(browser.ask(ROWS) == first, look, "does not return to its own rows")

        browser.ask(SORT, "Accuracy")
        browser.ask(SORT, "Accuracy")
        worst = browser.ask(ROWS)
        lowest = min(score for _, score, _ in worst)
        findings.expect(worst[0][1] == lowest < first[-1][1], look, "does not bring the worst of all pages first")


def leaderboard(workshop):
    """The first page of an experiment of more runs than a page holds."""
    generator = random.Random(4)
    writer = RegistryWriter(workshop.scratch / "leaderboard")
    for number in range(RUNS):
        writer.run(
            "search", "wide" if number % 2 else "narrow", f"depth-{number % 9} try-{number}",
            params={"depth": number % 9}, metrics={"accuracy": str(round(generator.uniform(0.5, 0.99), 4))},
        )
    site = workshop.scratch / "sites" / "leaderboard"
    workshop.program.make("build", writer.root, "--out", site)
    return next(page for page in Site("leaderboard", site).pages if page.path == "search/index.html")


CHECKS = [a_leaderboard_of_many_pages_is_searched_and_sorted_as_one]
