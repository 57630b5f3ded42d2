"""Check built sites by real tools: ASSAY=PATH-OF-ASSAY python3 run.py [WORD…]

Prints a line for each check, with what it found wrong, and ends with 1 if that is anything. With words, only the
checks whose names hold one of them are carried out.
"""

import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import check_accessibility
import check_keyboard
import check_leaderboard
import check_links
import check_loading
import check_markup
import check_narrow
import check_paper
import check_program
import check_weights
import check_without_scripts
from findings import carry_out
from workshop import Workshop

# Two halves of equal length, side by side, each with a browser of its own if it needs one.
HALVES = [
    [check_loading, check_accessibility],
    [
        check_links, check_weights, check_markup, check_program, check_without_scripts, check_narrow, check_paper,
        check_keyboard, check_leaderboard,
    ],
]


def main(words):
    """Carry out all checks and return the exit code."""
    if "ASSAY" not in os.environ:
        sys.exit(__doc__)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="assay-browser-") as scratch:
        workshop = Workshop(os.environ["ASSAY"], Path(scratch))
        pages = sum(len(site.pages) for site in workshop.prepare())
        print(f"{pages} pages made in {time.perf_counter() - start:.1f} s", flush=True)
        with ThreadPoolExecutor(len(HALVES)) as pool:
            halves = pool.map(lambda modules: carry_out_all(modules, words, workshop), HALVES)
            passed = [result for half in halves for result in half]
    print(f"all took {time.perf_counter() - start:.0f} s\n{sum(passed)} passed, {len(passed) - sum(passed)} failed")
    return 0 if passed and all(passed) else 1


def carry_out_all(modules, words, workshop):
    """Whether each check of some modules passed, one after the other."""
    checks = [check for module in modules for check in module.CHECKS]
    wanted = [check for check in checks if not words or any(word in check.__name__ for word in words)]
    try:
        return [carry_out(check, workshop) for check in wanted]
    finally:
        workshop.close_browser()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
