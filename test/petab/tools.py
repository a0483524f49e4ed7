"""petab's own linter and COPASI on a PEtab problem. Arguments: problem.yaml, JSON of sets of parameter values (null: only lint);
prints JSON.

{"lint": what the linter logs as errors, "warnings": what libSBML says, "values": observables by id, for each set}
"""

import json
import logging
import pathlib
import sys

import basico
import libsbml
import petab.v1 as petab
from petab.v1.lint import lint_problem
from petab.v1.math import sympify_petab

path, sets = sys.argv[1], json.loads(sys.argv[2])


class Kept(logging.Handler):
    def __init__(self):
        super().__init__(logging.WARNING)
        self.said = []

    def emit(self, record):
        self.said.append(record.getMessage())


log = Kept()
logging.getLogger("petab.v1.lint").addHandler(log)
problem = petab.Problem.from_yaml(path)
failed = lint_problem(problem)

model_file = str(pathlib.Path(path).parent / "model.xml")
if sets is None:
    print(json.dumps({"lint": log.said if failed else []}))
    raise SystemExit

document = libsbml.readSBMLFromFile(model_file)
document.checkConsistency()
warnings = [document.getError(i).getMessage() for i in range(document.getNumErrors())]


def observed(values):
    found = {}
    for condition, rows in problem.measurement_df.groupby("simulationConditionId"):
        setting = dict(problem.parameter_df["nominalValue"]) if len(problem.parameter_df) else {}
        setting.update(values)
        setting.update(problem.condition_df.loc[condition].drop("conditionName"))
        own = document.clone()
        for name, value in setting.items():
            element = own.getModel().getElementBySId(name)
            if element.getTypeCode() == libsbml.SBML_SPECIES:
                element.setInitialAmount(float(value))
            else:
                element.setValue(float(value))
        model = basico.load_model_from_string(libsbml.writeSBMLToString(own))
        basico.set_task_settings(
            "Time-Course", {"method": {"Relative Tolerance": 1e-8, "Absolute Tolerance": 1e-8}}, model=model
        )
        formulas = {
            o: sympify_petab(problem.observable_df.loc[o, "observableFormula"]) for o in rows["observableId"]
        }
        step, last = 300, float(rows["time"].max())
        course = basico.run_time_course(
            duration=last, intervals=round(last / step), use_sbml_id=True, use_initial_values=True, model=model
        )
        basico.remove_datamodel(model)
        for _, row in rows.iterrows():
            formula = formulas[row["observableId"]]
            seen = course.iloc[round(float(row["time"]) / step)]
            found[row["observableId"]] = float(formula.subs({s: seen[str(s)] for s in formula.free_symbols}))
    return found


print(json.dumps({"lint": log.said if failed else [], "warnings": warnings, "values": [observed(v) for v in sets]}))
