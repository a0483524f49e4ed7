"""The C reference loops of this folder, gcc -O3 -march=native."""

import subprocess

from environment import HERE
from measure import pinned, table_of, Run


def build(source: str, work):
    """Compiles c/<source>.c; the path of the program."""
    program = work / source
    subprocess.run(["gcc", "-O3", "-march=native", "-o", program, HERE / "c" / f"{source}.c", "-lm"], check=True)
    return program


def run(program, benchmark, seed, core) -> Run:
    out, cpu_s = pinned(core, [program, seed, benchmark.end_s, benchmark.rows])
    table, notes = table_of(out)
    return Run(cpu_s, int(notes["events"]), table)
