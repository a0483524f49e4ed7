"""Runs a program on one core and tells the CPU time that it and its children took."""

import os
import subprocess
import tempfile
import threading
from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    # User and system seconds; a program's start-up included.
    cpu_s: float
    events: int | None
    table: dict[str, list[float]]
    # The simulation alone, where the program tells it.
    loop_cpu_s: float | None = None


# Seconds after which a run is given up.
LIMIT_S = 900
# Programs are not told where this machine has certificates of its own: Node reads them before it does anything else.
UNSET = ("NODE_EXTRA_CA_CERTS",)
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in UNSET}


class Failed(Exception):
    """A run that ended badly; says how."""


def pinned(core: int, command: list, given: str = "") -> tuple[str, float]:
    """What a command bound to one core says, and its CPU seconds. Raises Failed on a non-zero exit."""
    with tempfile.TemporaryFile("w+") as stdin, tempfile.TemporaryFile("w+") as stdout:
        stdin.write(given)
        stdin.seek(0)
        process = subprocess.Popen(
            ["taskset", "-c", str(core), *map(str, command)],
            stdin=stdin, stdout=stdout, stderr=subprocess.STDOUT, env=ENVIRONMENT,
        )
        limit = threading.Timer(LIMIT_S, process.kill)
        limit.start()
        _, status, usage = os.wait4(process.pid, 0)
        limit.cancel()
        stdout.seek(0)
        out = stdout.read()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Failed(f"{command[0]} ended with {process.returncode}: {out.strip()[-400:]}")
    return out, usage.ru_utime + usage.ru_stime


def table_of(text: str) -> tuple[dict[str, list[float]], dict[str, float]]:
    """Reads a header, rows of numbers, and '# name value' lines."""
    notes, rows, names = {}, [], None
    for line in text.splitlines():
        words = line.replace("#", " # ", 1).split() if line.lstrip().startswith("#") else line.split()
        if not words:
            continue
        if words[0] == "#" and names is not None:
            notes[words[1]] = float(words[2])
        elif names is None:
            names = [w for w in words if w != "#"]
        else:
            rows.append([float(w) for w in words])
    return {name: [row[i] for row in rows] for i, name in enumerate(names)}, notes
