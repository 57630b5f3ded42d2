"""Pages stay within the budget, whatever the number of rows behind them."""

import tomllib
from pathlib import Path

BUDGET = Path(__file__).with_name("budget.toml")


def every_page_weighs_no_more_than_the_budget_says(workshop, findings):
    """Of generated runs: the largest page of a kind."""
    budget = tomllib.loads(BUDGET.read_text())
    weighed = [
        ("run-of-ten-labels", "thousand", "Run"),
        ("comparison-of-four-runs", "four-runs", "Comparison"),
        ("index-of-hundred-experiments", "hundred-experiments", "Index"),
    ]
    for line, name, kind in findings.look_at(weighed):
        page = largest(workshop.generated[name], kind)
        weight = page.file.stat().st_size
        findings.expect(weight <= budget[line], page, f"weighs {weight:,} bytes, where {line} allows {budget[line]:,}")


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
