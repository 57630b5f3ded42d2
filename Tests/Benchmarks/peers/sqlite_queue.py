"""The textbook queue over Python's sqlite3, one worker: python3 sqlite_queue.py FILE [JOBS-TO-ADD]

With a number: makes the file and adds so many jobs. Without: claims and finishes jobs until none is queued. Same
journal, same flushing, same locking and the same two transactions for a job as Assay; no leases, retries, versions.
"""

import json
import sqlite3
import sys
import time


def connect(path):
    """Open the file as Assay does."""
    database = sqlite3.connect(path, timeout=60, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    return database


def add(path, count):
    """Make the table and add jobs."""
    database = connect(path)
    database.execute("CREATE TABLE jobs (number INTEGER PRIMARY KEY, status TEXT, worker TEXT, started REAL, x TEXT, y TEXT)")
    database.execute("CREATE INDEX by_status ON jobs (status, number)")
    with database:
        database.execute("BEGIN")
        for x in range(count):
            database.execute("INSERT INTO jobs (status, x) VALUES ('QUEUED', ?)", (json.dumps({"x": x}),))


def work(path):
    """Claim a job, finish it, until none is left."""
    database = connect(path)
    while True:
        database.execute("BEGIN IMMEDIATE")
        row = database.execute("SELECT number, x FROM jobs WHERE status = 'QUEUED' ORDER BY number LIMIT 1").fetchone()
        if row is None:
            database.execute("COMMIT")
            return
        database.execute("UPDATE jobs SET status = 'RUNNING', worker = 'w', started = ? WHERE number = ?", (time.time(), row[0]))
        database.execute("COMMIT")
        result = json.dumps({"square": json.loads(row[1])["x"] ** 2})
        database.execute("BEGIN IMMEDIATE")
        database.execute("UPDATE jobs SET status = 'DONE', y = ? WHERE number = ?", (result, row[0]))
        database.execute("COMMIT")


if len(sys.argv) == 3:
    add(sys.argv[1], int(sys.argv[2]))
else:
    work(sys.argv[1])
