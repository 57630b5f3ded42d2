"""What one check looked at, and what it found wrong."""

import time

SHOWN_FAILURES = 20


class Findings:
    """Collects the failures of one check, all of them, each with its page."""

    def __init__(self):
        self.examined = 0
        self.failures = []

    def look_at(self, things):
        """The same things, one after the other, each counted."""
        for thing in things:
            self.examined += 1
            yield thing

    def add(self, page, message):
        """Something is wrong with a page, a file or a command."""
        self.failures.append(f"{page}: {message}")

    def expect(self, holds, page, message):
        """Like `add`, unless something holds."""
        if not holds:
            self.add(page, message)


def carry_out(check, workshop):
    """Run one check, print its line and its failures, and return whether there were none.

    A check is a function whose name is a sentence. One that examines nothing has failed.
    """
    findings = Findings()
    start = time.perf_counter()
    try:
        check(workshop, findings)
    except Exception as error:  # noqa: BLE001
        # Whatever it is, the other checks still have something to say, with a browser of their own.
        findings.add(check.__name__, f"ended early by {type(error).__name__}: {error}")
        workshop.close_browser()
    seconds = time.perf_counter() - start
    findings.expect(findings.examined > 0, check.__name__, "nothing was examined")
    mark = "FAILED" if findings.failures else "ok"
    sentence = check.__name__.replace("_", " ")
    count = f", {len(findings.failures)} wrong" if findings.failures else ""
    lines = [f"{mark:<7}{sentence:<88}{findings.examined:>6} examined{count}, {seconds:.1f} s"]
    lines += [f"         {shortened(failure)}" for failure in findings.failures[:SHOWN_FAILURES]]
    if len(findings.failures) > SHOWN_FAILURES:
        lines.append(f"         and {len(findings.failures) - SHOWN_FAILURES} more")
    # At once, since another thread may have something to say too.
    print("\n".join(lines), flush=True)
    return not findings.failures


def shortened(message, limit=400):
    """A message that stays on a few lines and steers no terminal."""
    plain = "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in message)
    return plain if len(plain) <= limit else plain[:limit] + "…"
