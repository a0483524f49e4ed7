"""Peers that are Python libraries: a script in their environment times the simulating call alone, imports left out."""

import json

from engines.bionetgen import dimers_counted
from environment import HERE, VENV
from measure import pinned, Run


def run(name, source, benchmark, seed, core) -> Run:
    """`source` is the file that the library reads: a network, an XML, an SBML or a Kappa model."""
    script = HERE / "inside" / "library_run.py"
    out, _ = pinned(core, [VENV / "bin" / "python", script, name, source, benchmark.end_s, benchmark.rows, seed])
    told = json.loads(out.strip().splitlines()[-1])
    return Run(told["cpu_s"], told["events"], dimers_counted(told["table"]))
