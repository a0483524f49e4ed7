"""Do the means agree? Compares what engines computed with reference.json."""

import json
import math
from dataclasses import dataclass

from environment import HERE

# Standard errors; over some 500 comparisons a false alarm has odds of about 1 in 3,000.
LIMIT = 5.0


@dataclass(frozen=True)
class Comparison:
    quantity: str
    mean: float
    expected: float
    z: float

    @property
    def agrees(self) -> bool:
        return abs(self.z) <= LIMIT


def compare(model: str, summaries: list[dict[str, float]]) -> list[Comparison]:
    """One comparison for each quantity: the mean over an engine's runs, in standard errors from the reference."""
    reference = json.loads((HERE / "reference.json").read_text())[model]
    spread = 1 / len(summaries) + (1 / reference["runs"] if reference["runs"] else 0)
    found = []
    for quantity, (expected, sd) in reference["values"].items():
        values = [s[quantity] for s in summaries if quantity in s]
        if values:
            mean = sum(values) / len(values)
            found.append(Comparison(quantity, mean, expected, (mean - expected) / (sd * math.sqrt(spread))))
    return found


def expected_events(model: str) -> float:
    """For engines that do not tell how many events they simulated."""
    return json.loads((HERE / "reference.json").read_text())[model]["values"]["events"][0]
