"""A keyboard reaches everything that can be used, and the reader sees where it is."""

from check_accessibility import OPEN_FOLDS
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

# What must be reached, numbered in the order of the document; then every focus is written down with its outline.
PREPARE = """
const usable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
const scrolls = node => /auto|scroll/.test(getComputedStyle(node).overflowX + getComputedStyle(node).overflowY)
  && (node.scrollWidth > node.clientWidth + 1 || node.scrollHeight > node.clientHeight + 1);
window.expected = [...document.querySelectorAll("body *")].filter(
  node => node.checkVisibility() && (node.matches(usable) || (node.tagName !== "IFRAME" && scrolls(node))));
window.reached = [];
addEventListener("focusin", event => {
  const style = getComputedStyle(event.target);
  const isSeen = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  window.reached.push([window.expected.indexOf(event.target), event.target.outerHTML.slice(0, 120), isSeen]);
});
return window.expected.map(node => node.outerHTML.slice(0, 120));
"""


def tab_reaches_everything_in_order_and_the_focus_is_seen(workshop, findings):
    """Links, buttons, folds, and all that scrolls, with all folds open."""
    browser = workshop.browser
    for width in (1280, 360):
        browser.show(width=width)
        for page in findings.look_at(workshop.few_samples):
            browser.open(page.address)
            browser.ask(OPEN_FOLDS)
            expected = browser.ask(PREPARE)
            ActionChains(browser.driver, duration=0).send_keys(Keys.TAB * len(expected)).perform()
            compare(page, f"{width} px", expected, browser.ask("return window.reached"), findings)
    browser.show()


def compare(page, look, expected, reached, findings):
    """Say what was passed over, out of turn, reached unawares, or not seen to be reached."""
    for place, (number, markup, is_seen) in enumerate(reached):
        if number != place:
            wanted = expected[place] if place < len(expected) else "the end"
            findings.add(page, f"{look}: Tab {place + 1} reaches {markup} instead of {wanted}")
            return
        findings.expect(is_seen, page, f"{look}: no outline shows the focus of {markup}")
    if len(reached) < len(expected):
        findings.add(page, f"{look}: Tab does not reach {expected[len(reached)]}")


CHECKS = [tab_reaches_everything_in_order_and_the_focus_is_seen]
