"""Run programs to their end and measure them as wholes: wall time, processor time, largest memory."""

import os
import statistics
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """What one program took: seconds, and MiB at its largest, mapped files included."""

    wall: float
    user: float
    system: float
    memory: float
    output: bytes
    errors: str


class Failure(Exception):
    """A program did not end well; says which, and its own words."""


def measure(command, cores=None):
    """Run a command once.

    Raises Failure if it does not end with 0.
    """
    out_read, out_write = os.pipe()
    err_read, err_write = os.pipe()
    before = os.sched_getaffinity(0)
    if cores:
        os.sched_setaffinity(0, cores)
    start = time.perf_counter()
    # Not by fork, which would copy all that this process has imported.
    child = os.posix_spawnp(
        command[0], command, os.environ,
        file_actions=[(os.POSIX_SPAWN_DUP2, out_write, 1), (os.POSIX_SPAWN_DUP2, err_write, 2)],
    )
    os.sched_setaffinity(0, before)
    os.close(out_write)
    os.close(err_write)
    output, errors = drain(out_read, err_read)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if status != 0:
        raise Failure(f"{' '.join(command)}\n{errors.decode(errors='replace')[-2000:]}")
    return Measurement(
        wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024, output, errors.decode(errors="replace")
    )


def drain(*descriptors):
    """Read several pipes to their ends at once, so that no writer waits for us."""
    import selectors

    collected = {descriptor: [] for descriptor in descriptors}
    with selectors.DefaultSelector() as selector:
        for descriptor in descriptors:
            selector.register(descriptor, selectors.EVENT_READ)
        while selector.get_map():
            for key, _ in selector.select():
                chunk = os.read(key.fd, 1 << 20)
                if chunk:
                    collected[key.fd].append(chunk)
                else:
                    selector.unregister(key.fd)
                    os.close(key.fd)
    return tuple(b"".join(collected[descriptor]) for descriptor in descriptors)


def median(measurements, of=lambda one: one.wall):
    """The median of some number of several measurements."""
    return statistics.median(of(one) for one in measurements)


def in_turn(commands, repeats):
    """Run each command in `repeats` turns, one after the other, so that a slow minute hits all alike.

    What ends within a second is run three times in each turn, whoever's it is: short times scatter more.
    """
    results = [[] for _ in commands]
    for _ in range(repeats):
        for position, command in enumerate(commands):
            results[position].append(measure(command))
            if results[position][0].wall < 1:
                results[position] += [measure(command) for _ in range(2)]
    return results
