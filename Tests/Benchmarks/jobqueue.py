"""Time the queue of jobs: python3 jobqueue.py PATH-OF-QUEUE-WORKER

Workers claim and finish jobs that do nothing, one worker and eight, beside as many of peers/sqlite_queue.py, turn by turn
in one run. Assay's workers also propose each job and write each step to a log of their own; the peer's are queued before.
"""

import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3
JOBS = 4000
HERE = Path(__file__).resolve().parent


def together(commands):
    """Seconds until programs that start together have all ended."""
    start = time.perf_counter()
    programs = [subprocess.Popen(command) for command in commands]
    codes = [program.wait() for program in programs]
    assert codes == [0] * len(codes), codes
    return time.perf_counter() - start


def done(path):
    """How many jobs of a file are done."""
    database = sqlite3.connect(path)
    try:
        return database.execute("SELECT count(*) FROM jobs WHERE status = 'DONE'").fetchone()[0]
    finally:
        database.close()


def ours(worker, folder, count):
    """Seconds that `count` of Assay's workers take."""
    path = str(folder / "ours.sqlite")
    log = str(folder / "log")
    seconds = together([[worker, path, "squares", f"w{i}", log, "60", str(JOBS), "0"] for i in range(count)])
    assert done(path) == JOBS
    return seconds


def theirs(folder, count):
    """Seconds that `count` of the peer's workers take."""
    path = str(folder / "theirs.sqlite")
    program = [sys.executable, str(HERE / "peers" / "sqlite_queue.py"), path]
    subprocess.run([*program, str(JOBS)], check=True)
    seconds = together([program] * count)
    assert done(path) == JOBS
    return seconds


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    worker = str(Path(sys.argv[1]).resolve())
    print(f"queue of jobs: {JOBS} jobs claimed and finished")
    for count in (1, 8):
        mine, peers = [], []
        for _ in range(ROUNDS):
            with tempfile.TemporaryDirectory() as scratch:
                mine.append(ours(worker, Path(scratch), count))
                peers.append(theirs(Path(scratch), count))
        mine, peers = sorted(mine)[ROUNDS // 2], sorted(peers)[ROUNDS // 2]
        print(f"  {count} worker(s)   {JOBS / mine:6.0f} jobs/s   Python's sqlite3 {JOBS / peers:6.0f} jobs/s   ratio of times {mine / peers:.2f}")


if __name__ == "__main__":
    main()
