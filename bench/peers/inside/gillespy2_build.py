"""Runs inside the environment: writes and builds GillesPy2's solver for one benchmark network. usage: MODEL FOLDER"""

import json
import sys
from pathlib import Path

import gillespy2
from gillespy2.solvers.cpp.build.build_engine import BuildEngine

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from models import BENCHMARKS  # noqa: E402

benchmark = BENCHMARKS[sys.argv[1]]
model = gillespy2.Model(benchmark.name)
for species, n in benchmark.start.items():
    model.add_species(gillespy2.Species(species, initial_value=n, mode="discrete"))
for r in benchmark.reactions:
    # Mass action there is k n(n-1) for a pair of one species: each pair counts twice.
    constant = r.constant / 2 if 2 in r.reactants.values() else r.constant
    model.add_parameter(gillespy2.Parameter(f"k_{r.name}", expression=repr(float(constant))))
    model.add_reaction(gillespy2.Reaction(r.name, reactants=r.reactants, products=r.products, rate=f"k_{r.name}"))
engine = BuildEngine(output_dir=sys.argv[2])
engine.prepare(model)
engine.build_simulation("ssa")
Path(sys.argv[2], "species.json").write_text(json.dumps(list(model.sanitized_species_names())))
