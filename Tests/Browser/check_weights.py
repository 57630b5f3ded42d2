"""Pages stay within the budget, whatever the number of rows behind them."""

import tomllib
from pathlib import Path

from sites import Site

BUDGET = Path(__file__).with_name("budget.toml")


def every_page_weighs_no_more_than_the_budget_says(workshop, findings):
    """Of generated runs: the largest page of a kind."""
    budget = tomllib.loads(BUDGET.read_text())
    weighed = [
        ("run-of-ten-labels", "thousand", "Run"),
        ("index-of-hundred-experiments", "hundred-experiments", "Index"),
    ]
    pages = [(line, largest(workshop.generated[name], kind)) for line, name, kind in weighed]
    pages.append(("comparison-of-four-runs", comparison_of_four_runs(workshop)))
    for line, page in findings.look_at(pages):
        weight = page.file.stat().st_size
        findings.expect(weight <= budget[line], page, f"weighs {weight:,} bytes, where {line} allows {budget[line]:,}")


def comparison_of_four_runs(workshop):
    """A page that stands alone, style sheets included: on a site only two runs stand beside each other."""
    runs = sorted((workshop.scratch / "generated" / "four-runs").glob("ten-labels/main/run-*"))
    folder = workshop.scratch / "sites" / "four-runs-compared"
    folder.mkdir(parents=True)
    workshop.program.make("compare", *runs, "--out", folder / "comparison.html")
    return Site("four-runs-compared", folder).pages[0]


def a_page_weighs_the_same_with_fifty_times_as_many_rows(workshop, findings):
    """The page of a run, 1,000 rows beside 50,000 of the same kind."""
    allowed = tomllib.loads(BUDGET.read_text())["difference-by-rows"]
    few, many = (largest(workshop.generated[name], "Run") for name in findings.look_at(["thousand", "fifty-thousand"]))
    sizes = [page.file.stat().st_size for page in (few, many)]
    change = sizes[1] / sizes[0] - 1
    findings.expect(abs(change) <= allowed, many, f"weighs {sizes[1]:,} bytes, {change:+.1%} beside {sizes[0]:,}")


def largest(site, kind):
    """The heaviest page of a kind."""
    return max((page for page in site.pages if page.kind == kind), key=lambda page: page.file.stat().st_size)


CHECKS = [every_page_weighs_no_more_than_the_budget_says, a_page_weighs_the_same_with_fifty_times_as_many_rows]
