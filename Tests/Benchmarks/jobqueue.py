"""Time the queue of jobs: python3 jobqueue.py PATH-OF-QUEUE-WORKER

Workers claim and finish jobs that do nothing, one worker and eight, in SQLite beside as many of peers/sqlite_queue.py and,
where a server is installed, in PostgreSQL beside pgbench with peers/postgresql_queue.sql, turn by turn in one run. Assay's
workers also propose each job and write each step to a log of their own; the peers' are queued before.
"""

import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from postgresql_server import PostgreSQLServer, programs

ROUNDS = 3
JOBS = 4000
POSTGRESQL_JOBS = 2000
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


def ours(worker, queue, jobs, folder, count):
    """Seconds that `count` of Assay's workers take."""
    log = str(folder / "log")
    return together([[worker, queue, "squares", f"w{i}", log, "60", str(jobs), "0"] for i in range(count)])


def in_sqlite(worker, count):
    """Seconds of Assay's workers and of the peer's."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        mine = ours(worker, str(folder / "ours.sqlite"), JOBS, folder, count)
        assert done(str(folder / "ours.sqlite")) == JOBS
        path = str(folder / "theirs.sqlite")
        program = [sys.executable, str(HERE / "peers" / "sqlite_queue.py"), path]
        subprocess.run([*program, str(JOBS)], check=True)
        peers = together([program] * count)
        assert done(path) == JOBS
        return mine, peers


def in_postgresql(worker, count):
    """Seconds of Assay's workers and of pgbench with as many clients."""
    with PostgreSQLServer() as server, tempfile.TemporaryDirectory() as scratch:
        server.sql("postgres", "CREATE DATABASE ours", "CREATE DATABASE theirs")
        mine = ours(worker, server.address("ours"), POSTGRESQL_JOBS, Path(scratch), count)
        counting = "SELECT count(*) FROM {} WHERE status = 'DONE'"
        assert int(server.sql("ours", counting.format("assay.jobs"))) == POSTGRESQL_JOBS
        server.sql(
            "theirs",
            "CREATE TABLE jobs (number bigint PRIMARY KEY, status text, worker text, started timestamptz, x text, y text)",
            "CREATE INDEX by_status ON jobs (status, number)",
            f"""INSERT INTO jobs (number, status, x) SELECT n, 'QUEUED', '{{"x": 1}}' FROM generate_series(1, {POSTGRESQL_JOBS}) n""",
        )
        # The script is read by the server's user.
        script = server.folder / "queue.sql"
        script.write_bytes((HERE / "peers" / "postgresql_queue.sql").read_bytes())
        start = time.perf_counter()
        server.run(
            "pgbench", "-n", "-c", str(count), "-j", str(min(count, 2)), "-t", str(POSTGRESQL_JOBS // count),
            "-f", str(script), server.address("theirs"),
        )
        peers = time.perf_counter() - start
        assert int(server.sql("theirs", counting.format("jobs"))) == POSTGRESQL_JOBS
        return mine, peers


def report(count, jobs, peer, measure):
    """Measures by turns and prints the medians."""
    mine, peers = (sorted(times)[ROUNDS // 2] for times in zip(*(measure() for _ in range(ROUNDS))))
    print(
        f"  {count} worker(s)   {jobs / mine:6.0f} jobs/s   {peer} {jobs / peers:6.0f} jobs/s"
        f"   ratio of times {mine / peers:.2f}"
    )


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    worker = str(Path(sys.argv[1]).resolve())
    print(f"queue of jobs in SQLite: {JOBS} jobs claimed and finished")
    for count in (1, 8):
        report(count, JOBS, "Python's sqlite3", lambda: in_sqlite(worker, count))
    if programs() is None:
        print("queue of jobs in PostgreSQL: left out, no server is installed")
        return
    print(f"queue of jobs in PostgreSQL: {POSTGRESQL_JOBS} jobs claimed and finished")
    for count in (1, 8):
        report(count, POSTGRESQL_JOBS, "pgbench", lambda: in_postgresql(worker, count))


if __name__ == "__main__":
    main()
