"""The program under test, run as a user runs it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

SECONDS = 120


@dataclass(frozen=True)
class Result:
    """How the program ended: its exit code, None if it had to be stopped, and what it said."""

    code: int | None
    errors: str


class Program:
    """`assay`, with an empty folder of its own to stand in, so that what it writes elsewhere shows."""

    def __init__(self, path, folder):
        self.path = str(Path(path).resolve())
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def run(self, *arguments):
        """Run a command to its end, whatever that is."""
        command = [self.path, *map(str, arguments)]
        environment = {"HOME": str(self.folder), "TMPDIR": str(self.folder), "PATH": "/usr/bin:/bin"}
        try:
            ended = subprocess.run(
                command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                timeout=SECONDS, check=False,
            )
        except subprocess.TimeoutExpired:
            return Result(None, f"still running after {SECONDS} s")
        return Result(ended.returncode, ended.stderr.decode(errors="replace"))

    def make(self, *arguments):
        """Run a command that must succeed."""
        result = self.run(*arguments)
        if result.code != 0:
            words = " ".join(map(str, arguments))
            raise SystemExit(f"assay {words} ended with {result.code}:\n{result.errors[-2000:]}")
