"""A network as SBML level 3, in molecules and per-molecule rates, for the libraries that read nothing else."""

from models import Benchmark, Reaction

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">
<model id="{name}" substanceUnits="item" timeUnits="second" extentUnits="item">
<listOfCompartments><compartment id="cell" spatialDimensions="3" size="1" constant="true"/></listOfCompartments>
"""
MATH = '<kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">{}</math></kineticLaw>'


def sbml(benchmark: Benchmark) -> str:
    """The document; species are amounts, kinetic laws are propensities."""
    species = "".join(
        f'<species id="{s}" compartment="cell" initialAmount="{n}" hasOnlySubstanceUnits="true"'
        ' boundaryCondition="false" constant="false"/>\n'
        for s, n in benchmark.start.items()
    )
    reactions = "".join(_reaction(r) for r in benchmark.reactions)
    return (
        HEAD.format(name=benchmark.name)
        + f"<listOfSpecies>\n{species}</listOfSpecies>\n<listOfReactions>\n{reactions}</listOfReactions>\n</model>\n</sbml>\n"
    )


def _reaction(r: Reaction) -> str:
    return (
        f'<reaction id="{r.name}" reversible="false" fast="false">'
        + _side("listOfReactants", r.reactants)
        + _side("listOfProducts", r.products)
        + MATH.format(_law(r))
        + "</reaction>\n"
    )


def _side(tag: str, side: dict[str, int]) -> str:
    if not side:
        return ""
    refs = "".join(
        f'<speciesReference species="{s}" stoichiometry="{n}" constant="true"/>' for s, n in side.items()
    )
    return f"<{tag}>{refs}</{tag}>"


def _law(r: Reaction) -> str:
    factors = [f"<cn>{float(r.constant)!r}</cn>"]
    for s, n in r.reactants.items():
        factors.append(f"<ci>{s}</ci>")
        if n == 2:
            factors.append(f"<apply><minus/><ci>{s}</ci><cn>1</cn></apply><cn>0.5</cn>")
    return f"<apply><times/>{''.join(factors)}</apply>"
