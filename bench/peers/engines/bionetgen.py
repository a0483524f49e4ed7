"""The programs bundled with the bionetgen package: BNG2.pl makes network and XML, run_network and NFsim run them."""

import re
import subprocess

from environment import HERE, site_packages
from measure import pinned, table_of, Run

COUNTS = {"run_network": r"TOTAL STEPS:\s*(\d+)", "NFsim": r"You just simulated (\d+) reactions"}


def home():
    return site_packages() / "bionetgen" / "bng-linux"


def build(benchmark, work, network: bool):
    """Writes <model>.xml and, if asked, generates <model>.net. The path of what was asked for."""
    wanted = work / f"{benchmark.name}.{'net' if network else 'xml'}"
    if not wanted.exists():
        actions = ["generate_network({overwrite=>1})"] if network else ["writeXML()"]
        bngl = work / f"{benchmark.name}.bngl"
        bngl.write_text((HERE / "models" / f"{benchmark.name}.bngl").read_text() + "\n".join(actions) + "\n")
        done = subprocess.run(["perl", home() / "BNG2.pl", bngl.name], cwd=work, capture_output=True, text=True)
        if not wanted.exists():
            raise RuntimeError(f"BNG2.pl wrote no {wanted.name}: {done.stdout[-400:]} {done.stderr[-400:]}")
    return wanted


def run_network(net, benchmark, seed, core) -> Run:
    out = net.parent / f"{benchmark.name}.run_network"
    step = benchmark.end_s / (benchmark.rows - 1)
    options = ["-o", out, "-p", "ssa", "-h", seed, "--cdat", 0, "--fdat", 0, "-g", net, net, step, benchmark.rows - 1]
    # It asks BNG2.pl whether a species met for the first time makes new reactions; the network is whole, so: no.
    said, cpu_s = pinned(core, [home() / "bin" / "run_network", *options], given="continue\n" * 10_000)
    return Run(cpu_s, events("run_network", said), read_gdat(out.with_suffix(".run_network.gdat")))


def nfsim(xml, benchmark, seed, core) -> Run:
    out = xml.parent / f"{benchmark.name}.nfsim.gdat"
    options = ["-xml", xml, "-o", out, "-sim", benchmark.end_s, "-oSteps", benchmark.rows - 1, "-seed", seed, "-gml", 10**6]
    said, cpu_s = pinned(core, [home() / "bin" / "NFsim", *options])
    return Run(cpu_s, events("NFsim", said), read_gdat(out))


def events(program: str, said: str) -> int:
    return int(re.search(COUNTS[program], said)[1])


def read_gdat(path) -> dict[str, list[float]]:
    table, _ = table_of(path.read_text())
    return dimers_counted(table)


def dimers_counted(table):
    """M2 observes molecules in dimers; the dimers are half as many."""
    if "InDimers" in table:
        table["S2"] = [n / 2 for n in table["InDimers"]]
    return table
