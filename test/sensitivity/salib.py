"""SALib's indices of the outcomes in a JSON file, as JSON; problems are on [0, 1]."""
import json
import sys

import numpy as np
from SALib.analyze import morris, sobol
from SALib.test_functions import Ishigami, Sobol_G

given = json.load(open(sys.argv[1]))
answers = []
for case in given:
    x, y = np.array(case["design"]), np.array(case["outcomes"])
    k = x.shape[1]
    problem = {"num_vars": k, "names": [f"x{i}" for i in range(k)], "bounds": [[0, 1]] * k}
    theirs = Ishigami.evaluate(np.pi * (2 * x - 1)) if case["function"] == "ishigami" else Sobol_G.evaluate(x)
    answer = {"outcomes": theirs.tolist()}
    if case["analysis"] == "sobol":
        found = sobol.analyze(problem, y, calc_second_order=False, num_resamples=500, seed=1)
        keys = ["S1", "S1_conf", "ST", "ST_conf"]
    else:
        found = morris.analyze(problem, x, y, num_levels=4, num_resamples=500, seed=1)
        keys = ["mu", "mu_star", "mu_star_conf", "sigma"]
    answer.update({key: [float(v) for v in found[key]] for key in keys})
    answers.append(answer)
print(json.dumps(answers))
