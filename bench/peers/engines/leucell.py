"""leucell itself: Node, one process a trajectory, start-up and compilation of rules included."""

from environment import ROOT
from measure import pinned, table_of, Run


def build(benchmark, work):
    program = ROOT / "dist" / "bench" / "trajectory.js"
    if not program.exists():
        raise FileNotFoundError(f"{program} is missing; run npm run build first")
    return program


def run(program, benchmark, seed, core, engine="kernel") -> Run:
    out, cpu_s = pinned(core, ["node", program, benchmark.name, seed, engine])
    table, notes = table_of(out)
    return Run(cpu_s, int(notes["events"]), table, notes["loop_cpu_s"])
