"""Nothing is lost to the right, on a telephone or on a desk."""

from check_accessibility import OPEN_FOLDS

WIDTHS = (360, 1280)
MEASURE = """
const wide = [...document.querySelectorAll("main *")].filter(node => node.getBoundingClientRect().right > innerWidth + 1
  && !node.closest("[tabindex='0'], svg *, .hidden-text"));
return [document.documentElement.scrollWidth, innerWidth, wide.slice(0, 3).map(node => node.outerHTML.slice(0, 120))];
"""
SCROLLERS = """
return [...document.querySelectorAll("body *")].filter(node => node.checkVisibility()
  && /auto|scroll/.test(getComputedStyle(node).overflowX) && node.scrollWidth > node.clientWidth + 1
  && !(node.tabIndex === 0 && node.matches("pre, [role='region'][aria-label], [role='region'][aria-labelledby]")))
  .map(node => node.outerHTML.slice(0, 120));
"""


def no_page_scrolls_sideways_at_360_or_1280_pixels_and_wide_tables_do_in_regions_of_their_own(workshop, findings):
    """With all folds open."""
    browser = workshop.browser
    for page in findings.look_at(workshop.samples):
        browser.open(page.address)
        browser.ask(OPEN_FOLDS)
        for width in WIDTHS:
            browser.show(width=width)
            needed, shown, wide = browser.ask(MEASURE)
            findings.expect(needed <= shown, page, f"needs {needed} px of {shown}: {wide}")
            for markup in browser.ask(SCROLLERS):
                findings.add(page, f"at {width} px scrolls without being a focusable, named region: {markup}")
    browser.show()


CHECKS = [no_page_scrolls_sideways_at_360_or_1280_pixels_and_wide_tables_do_in_regions_of_their_own]
