"""GillesPy2's C++ SSA solver for one network: as the package builds it (no -O flag), or the same sources with -O3."""

import json
import os
import subprocess

from environment import HERE, VENV, site_packages
from measure import pinned, Run


def build(benchmark, work, optimised: bool):
    """Lets the package generate and build its solver, and compiles the same sources once more if optimised."""
    folder = work / f"gillespy2-{benchmark.name}-{'O3' if optimised else 'shipped'}"
    path = os.environ | {"PATH": f"{VENV / 'bin'}:{os.environ['PATH']}"}
    subprocess.run(
        [VENV / "bin" / "python", HERE / "inside" / "gillespy2_build.py", benchmark.name, folder],
        check=True, env=path, capture_output=True,
    )
    program = folder / "GillesPy2_Simulation.exe"
    if optimised:
        base = site_packages() / "gillespy2" / "solvers" / "cpp" / "c_base"
        template = folder / "gillespy2_template"
        sources = [template / "template.cpp", base / "model.cpp", base / "arg_parser.cpp"]
        sources += sorted((base / "ssa_cpp_solver").glob("*.cpp"))
        program = folder / "O3"
        subprocess.run(
            ["g++", "-std=c++14", "-O3", f"-I{base}", f"-I{template}", f"-I{base / 'ssa_cpp_solver'}", *sources, "-o", program],
            check=True, capture_output=True,
        )
    return program, json.loads((folder / "species.json").read_text())


def run(prepared, benchmark, seed, core) -> Run:
    program, species = prepared
    options = {"trajectories": 1, "timesteps": benchmark.rows, "interval": benchmark.rows, "end": benchmark.end_s, "seed": seed}
    out, cpu_s = pinned(core, [program, *(word for k, v in options.items() for word in (f"--{k}", v))])
    numbers = [float(x) for x in out.split(",")]
    width = len(species) + 1
    rows = [numbers[i * width : (i + 1) * width] for i in range(benchmark.rows)]
    return Run(cpu_s, None, {name: [row[i + 1] for row in rows] for i, name in enumerate(species)})
