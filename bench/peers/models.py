"""The benchmark models as the peers need them: how long, read when, compared by what; and as reaction networks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reaction:
    name: str
    constant: float
    reactants: dict[str, int]
    products: dict[str, int]


@dataclass(frozen=True)
class Benchmark:
    name: str
    end_s: float
    rows: int
    observables: tuple[str, ...]
    # Row windows [first, last] whose mean is compared with the reference, by a suffix for the name.
    windows: dict[str, tuple[int, int]]
    start: dict[str, int] | None = None
    reactions: tuple[Reaction, ...] | None = None


def reaction(name, constant, left, right):
    """'S + Leu' -> {'S': 1, 'Leu': 1}"""

    def side(text):
        found = {}
        for word in text.replace("+", " ").split():
            found[word] = found.get(word, 0) + 1
        return found

    return Reaction(name, constant, side(left), side(right))


M1 = Benchmark(
    "M1", 5000, 101, ("X",), {"mean": (50, 100)},
    {"X": 10_000},
    (reaction("birth", 1000, "", "X"), reaction("death", 0.1, "X", "")),
)
M2 = Benchmark(
    "M2", 30, 31, ("S1", "S2", "S3"), {"5s": (5, 5), "30s": (30, 30)},
    {"S1": 100_000, "S2": 0, "S3": 0},
    (
        reaction("dimerise", 0.002, "S1 + S1", "S2"),
        reaction("part", 0.5, "S2", "S1 + S1"),
        reaction("decay", 1, "S1", ""),
        reaction("convert", 0.04, "S2", "S3"),
    ),
)
M3 = Benchmark(
    "M3", 200, 61, ("E", "P"), {"33s": (10, 10), "200s": (60, 60)},
    {"E": 1000, "S": 100_000, "ES": 0, "P": 0},
    (
        reaction("bind", 0.001, "E + S", "ES"),
        reaction("part", 9, "ES", "E + S"),
        reaction("turn", 1, "ES", "E + P"),
    ),
)
M4 = Benchmark(
    "M4", 600, 61, ("Leu", "S", "SL", "G2", "SG2", "G1", "G1G2", "RD", "RT", "M", "MRT"), {"mean": (30, 60)},
    {"Leu": 90_000, "S": 1000, "SL": 0, "G2": 300, "SG2": 0, "G1": 300, "G1G2": 0, "RD": 2000, "RT": 0, "M": 500, "MRT": 0},
    (
        reaction("leu_in", 9000, "", "Leu"),
        reaction("leu_out", 0.1, "Leu", ""),
        reaction("s_leu_on", 1 / 12_000, "S + Leu", "SL"),
        reaction("s_leu_off", 1, "SL", "S + Leu"),
        reaction("s_g2_on", 0.002, "S + G2", "SG2"),
        reaction("s_g2_off", 0.2, "SG2", "S + G2"),
        reaction("g1_g2_on", 0.002, "G1 + G2", "G1G2"),
        reaction("g1_g2_off", 0.1, "G1G2", "G1 + G2"),
        reaction("gap", 0.001, "RT + G1", "RD + G1"),
        reaction("gef", 0.05, "RD", "RT"),
        reaction("m_rag_on", 0.001, "M + RT", "MRT"),
        reaction("m_rag_off", 0.2, "MRT", "M + RT"),
    ),
)
M5a = Benchmark("M5a", 1000, 101, ("P1",), {"mean": (50, 100)})
M5b = Benchmark("M5b", 3000, 101, ("P1", "K", "F"), {"mean": (50, 100)})

BENCHMARKS = {b.name: b for b in (M1, M2, M3, M4, M5a, M5b)}


def propensity(r: Reaction) -> str:
    """The propensity as a formula in molecule counts; a pair of one species counts n(n-1)/2 times."""
    factors = [repr(float(r.constant))]
    for species, n in r.reactants.items():
        factors += [species] if n == 1 else [species, f"({species} - 1)", "0.5"]
    return " * ".join(factors)


def summarise(benchmark: Benchmark, table: dict[str, list[float]]) -> dict[str, float]:
    """What is compared with the reference: window means of the observables of one trajectory."""
    return {
        f"{name} {suffix}": sum(table[name][first : last + 1]) / (last + 1 - first)
        for name in benchmark.observables
        for suffix, (first, last) in benchmark.windows.items()
    }
