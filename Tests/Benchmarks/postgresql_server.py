"""A PostgreSQL server for benchmarks, on loopback and in a temporary folder, which ends with the `with` block."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 50
"""


def programs():
    """The folder of the newest server's programs; None where no server is installed."""
    folders = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(folders, key=lambda folder: int(folder.parent.name), default=None)


class PostgreSQLServer:
    """A server that keeps what it is told as any does: `fsync` is on. As root it runs as `postgres`, as it demands."""

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="assay-bench-"))
        self.identity = {}
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self.identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        data = str(self.folder / "data")
        self.run("initdb", "--pgdata", data, "--username=bench", "--auth=trust", "--locale=C", "--encoding=UTF8")
        with open(f"{data}/postgresql.conf", "a", encoding="utf-8") as settings:
            settings.write(f"{SETTINGS}port = {self.port}\n")
        self.run("pg_ctl", "--pgdata", data, "--log", f"{self.folder}/log", "--wait", "start")
        return self

    def __exit__(self, *_):
        self.run("pg_ctl", "--pgdata", str(self.folder / "data"), "--mode=fast", "stop")
        shutil.rmtree(self.folder)

    def run(self, name, *words):
        """What a program of the server prints."""
        # Its output goes to a file, since the server would keep a pipe open.
        with tempfile.TemporaryFile() as output:
            command = [str(programs() / name), *words]
            ended = subprocess.run(command, cwd="/", stdout=output, stderr=subprocess.STDOUT, **self.identity)
            output.seek(0)
            text = output.read().decode()
        assert ended.returncode == 0, text
        return text

    def address(self, database):
        """Where a database is."""
        return f"postgres://bench@127.0.0.1:{self.port}/{database}"

    def sql(self, database, *statements):
        """What statements give, a line for each row."""
        words = [word for statement in statements for word in ("-c", statement)]
        return self.run("psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", self.address(database), *words)
