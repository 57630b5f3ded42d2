"""Who runs no scripts reads the same."""

# What the scripts add for themselves: the box that filters rows.
TEXT = """
const body = document.body.cloneNode(true);
body.querySelectorAll(".filter").forEach(box => box.remove());
return body.textContent.replace(/\\s+/g, " ");
"""


def every_page_says_the_same_with_scripts_off(workshop, findings):
    """The words of the body, but for the controls that the scripts reveal."""
    browser = workshop.browser
    pages = workshop.samples
    texts = {page: text_of(browser, page) for page in pages}
    browser.allow_scripts(False)
    try:
        for page in findings.look_at(pages):
            compare(page, texts[page], text_of(browser, page), findings)
            has_buttons = browser.ask("return document.querySelector('button') !== null")
            findings.expect(not has_buttons, page, "has buttons that do nothing")
    finally:
        browser.allow_scripts(True)


def text_of(browser, page):
    """The words of a page."""
    browser.open(page.address)
    return browser.ask(TEXT)


def compare(page, scripted, plain, findings):
    """Say where two texts part."""
    if scripted != plain:
        place = next((at for at, pair in enumerate(zip(scripted, plain)) if pair[0] != pair[1]), 0)
        context = slice(max(0, place - 20), place + 60)
        findings.add(page, f"says “{plain[context]}” without scripts and “{scripted[context]}” with them")


CHECKS = [every_page_says_the_same_with_scripts_off]
