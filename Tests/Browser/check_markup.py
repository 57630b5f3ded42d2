"""The Nu HTML checker finds no error in pages, in the drawings inside them, and in style sheets."""

import json
import subprocess
import tomllib
import urllib.parse
from pathlib import Path

from packages import NU

EXCEPTIONS = tomllib.loads(Path(__file__).with_name("nu_exceptions.toml").read_text())["exception"]
# Its parser recurses; long texts need a deep stack.
JAVA = ["java", "-Xss16m", "-jar", str(NU)]


def the_nu_checker_finds_no_error_in_pages_and_their_drawings(workshop, findings):
    """All pages of the example, one of each kind of the others."""
    pages = workshop.example.pages + [page for page in workshop.samples if page.site is not workshop.example]
    by_address = {f"file:{urllib.parse.quote(str(page.file))}": page for page in findings.look_at(pages)}
    for message in messages([page.file for page in pages]):
        findings.add(by_address.get(message.get("url"), message.get("url")), said(message))


def the_nu_checker_finds_no_error_in_style_sheets_but_those_of_its_age(workshop, findings):
    """The style sheets of the example; each exception must still be needed, in a style sheet or in a page's own."""
    sheets = list(findings.look_at(sorted(workshop.example.folder.rglob("*.css"))))
    needed = []
    for message in messages(sheets, "--css"):
        reasons = [exception for exception in EXCEPTIONS if excepts(exception, message)]
        needed += reasons
        findings.expect(reasons, Path(message.get("url", "")).name, said(message))
    for exception in EXCEPTIONS:
        findings.expect(exception in needed, "nu_exceptions.toml", f"nothing needs the exception {exception}")


def excepts(exception, message):
    """Whether an exception is of this message."""
    return exception["message"] == message["message"] and exception.get("extract", "") in message.get("extract", "")


def messages(files, *options):
    """The errors that the checker reports; style sheets of pages that stand alone are excepted like files."""
    command = [*JAVA, "--stdout", "--format", "json", "--errors-only", "--exit-zero-always", *options, *map(str, files)]
    ended = subprocess.run(command, capture_output=True, check=True, timeout=300)
    reported = json.loads(ended.stdout)["messages"]
    if options:
        return reported
    return [message for message in reported if not any(excepts(exception, message) for exception in EXCEPTIONS)]


def said(message):
    """A message with its place."""
    return f"line {message.get('lastLine')}: {message['message']} in {message.get('extract', '')!r}"


CHECKS = [
    the_nu_checker_finds_no_error_in_pages_and_their_drawings,
    the_nu_checker_finds_no_error_in_style_sheets_but_those_of_its_age,
]
