"""Makes reference.json: mean and standard deviation of what is compared, from many runs of the C loops. usage: reference.py [RUNS]"""

import math
import os
import statistics
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from engines import c
from environment import HERE, write_json
from models import BENCHMARKS, M5a, summarise

SOURCES = {"M1": "m1", "M2": "m2", "M3": "m3", "M4": "m4", "M5b": "m5b_lumped"}


def sampled(name: str, work: Path, runs: int) -> dict:
    """By trajectory of the C loop: [mean, standard deviation] of the event count and of each summary."""
    benchmark = BENCHMARKS[name]
    program = c.build(SOURCES[name], work)

    def once(seed):
        run = c.run(program, benchmark, seed, seed % os.cpu_count())
        return {"events": run.events, **summarise(benchmark, run.table)}

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        values = list(pool.map(once, range(10_001, 10_001 + runs)))
    return {k: [statistics.fmean(v[k] for v in values), statistics.stdev(v[k] for v in values)] for k in values[0]}


def m5a_exact() -> dict:
    """Events are Poisson(2,000,000); P1 is Binomial(200, 1/2), and rows 10 s apart are independent to exp(-20)."""
    rows = M5a.windows["mean"][1] - M5a.windows["mean"][0] + 1
    return {"events": [2e6, math.sqrt(2e6)], "P1 mean": [100.0, math.sqrt(50 / rows)]}


def main():
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        found = {name: {"runs": runs, "values": sampled(name, Path(folder), runs)} for name in SOURCES}
    found["M5a"] = {"runs": None, "values": m5a_exact()}
    write_json(HERE / "reference.json", found)


if __name__ == "__main__":
    main()
