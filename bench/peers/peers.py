"""The list of what is measured: each engine with its models, how it is prepared and how it is run."""

from dataclasses import dataclass
from typing import Callable

from engines import bionetgen, c, gillespy2, leucell, library
from environment import HERE
from measure import Run
from models import Benchmark
from sbml import sbml

ALL = ("M1", "M2", "M3", "M4", "M5a", "M5b")
NETWORKS = ("M1", "M2", "M3", "M4")


@dataclass(frozen=True)
class Peer:
    name: str
    # Package that must be installed; None: needs none.
    package: str | None
    models: tuple[str, ...]
    # What a molecule is to it: a count of its species, or an agent.
    molecules: str
    prepare: Callable[[Benchmark, object], object]
    run: Callable[[object, Benchmark, int, int], Run]


def _sbml_file(benchmark, work):
    path = work / f"{benchmark.name}.xml.sbml"
    path.write_text(sbml(benchmark))
    return path


def _kappa_file(benchmark, _work):
    return HERE / "models" / f"{benchmark.name}.ka"


def _library(name):
    return lambda source, benchmark, seed, core: library.run(name, source, benchmark, seed, core)


def _reference(program, benchmark, seed, core):
    return leucell.run(program, benchmark, seed, core, "reference")


def _c(suffix=""):
    return lambda benchmark, work: c.build(benchmark.name.lower() + suffix, work)


def _network(benchmark, work):
    return bionetgen.build(benchmark, work, network=True)


def _rules(benchmark, work):
    return bionetgen.build(benchmark, work, network=False)


PEERS = (
    Peer("leucell", None, ALL, "agents", leucell.build, leucell.run),
    Peer("leucell, reference engine", None, ALL, "agents", leucell.build, _reference),
    Peer("C, counts only", None, NETWORKS, "counts", _c(), c.run),
    Peer("C, a record per molecule", None, ("M4",), "agents", _c("_agents"), c.run),
    Peer("GillesPy2 C++ -O3", "gillespy2", NETWORKS, "counts", lambda b, w: gillespy2.build(b, w, True), gillespy2.run),
    Peer("GillesPy2 C++ as shipped", "gillespy2", NETWORKS, "counts", lambda b, w: gillespy2.build(b, w, False), gillespy2.run),
    Peer("BioNetGen run_network", "bionetgen", (*NETWORKS, "M5a"), "counts", _network, bionetgen.run_network),
    Peer("bngsim SSA", "bngsim", (*NETWORKS, "M5a"), "counts", _network, _library("bngsim_ssa")),
    Peer("libRoadRunner", "libroadrunner", NETWORKS, "counts", _sbml_file, _library("roadrunner")),
    Peer("COPASI direct method", "copasi-basico", NETWORKS, "counts", _sbml_file, _library("copasi")),
    Peer("NFsim", "bionetgen", ALL, "agents", _rules, bionetgen.nfsim),
    Peer("bngsim NFsim", "bngsim", ALL, "agents", _rules, _library("bngsim_nfsim")),
    Peer("bngsim RuleMonkey", "bngsim", ALL, "agents", _rules, _library("bngsim_rulemonkey")),
    Peer("KaSim agent of kappy", "kappy", ALL, "agents", _kappa_file, _library("kappy")),
)
