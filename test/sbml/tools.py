"""Other people's tools on an exported model. Arguments: task, file, JSON of options; prints JSON.

valid     libSBML: what its checks say, units and modelling practice included: [severity, id, message]
ode       roadrunner: amounts by id at times, with parameters set first
copasi    the same by COPASI
ssa       roadrunner: mean and standard deviation by id at one time over runs of the direct method
antimony  Antimony text into SBML
bngl      BioNetGen: observables at times by its ODE, with parameters set first, and the size of its network
published a model of Level 2 in concentrations, as Level 3 in molecules: sizes times "molecules" a unit of concentration,
          and what roadrunner makes of the original, concentrations by id at times
gillespy2 species and reactions as GillesPy2 reads them, with mean and standard deviation by id over runs
"""

import json
import sys

task, path, options = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])


def valid():
    import libsbml

    document = libsbml.readSBMLFromFile(path)
    document.checkConsistency()
    errors = [document.getError(i) for i in range(document.getNumErrors())]
    model = document.getModel()
    return {
        "errors": [[e.getSeverityAsString(), e.getErrorId(), e.getMessage()] for e in errors],
        "level": document.getLevel(),
        "version": document.getVersion(),
        "species": model.getNumSpecies(),
        "reactions": model.getNumReactions(),
        "annotated": sum(model.getSpecies(i).getNumCVTerms() > 0 for i in range(model.getNumSpecies())),
    }


def ode():
    import roadrunner

    model = roadrunner.RoadRunner(path)
    model.integrator.setValue("relative_tolerance", 1e-9)
    model.integrator.setValue("absolute_tolerance", 1e-9)
    model.integrator.setValue("maximum_num_steps", 1000000)
    for name, value in options["set"].items():
        model.setValue(name, value)
    ids = model.model.getFloatingSpeciesIds()
    model.timeCourseSelections = ["time", *ids]
    found, before = [], 0
    for t in options["times"]:
        row = model.simulate(before, t, 2)[-1]
        found.append(dict(zip(ids, (float(x) for x in row[1:]))))
        before = t
    return found


def sizes_by_species():
    import libsbml

    model = libsbml.readSBMLFromFile(path).getModel()
    return {
        s.getId(): model.getCompartment(s.getCompartment()).getSize() for s in model.getListOfSpecies()
    }


def copasi():
    import basico

    model = basico.load_model(path)
    for name, value in options["set"].items():
        basico.set_parameters(name, exact=True, initial_value=value, model=model)
    basico.set_task_settings(
        "Time-Course", {"method": {"Relative Tolerance": 1e-9, "Absolute Tolerance": 1e-9}}, model=model
    )
    # COPASI gives amounts per size of the compartment.
    sizes = sizes_by_species()
    found = []
    for t in options["times"]:
        table = basico.run_time_course(
            duration=t, intervals=1, use_sbml_id=True, use_initial_values=True, model=model
        )
        last = table.iloc[-1]
        found.append({str(name): float(last[name]) * sizes.get(str(name), 1) for name in table.columns})
    return found


def moments(rows, ids):
    import numpy

    values = numpy.array(rows)
    return {
        name: [float(m), float(s)]
        for name, m, s in zip(ids, values.mean(axis=0), values.std(axis=0, ddof=1))
    }


def ssa():
    import roadrunner

    model = roadrunner.RoadRunner(path)
    model.setIntegrator("gillespie")
    model.integrator.setValue("seed", 1)
    model.integrator.setValue("variable_step_size", False)
    ids = model.model.getFloatingSpeciesIds()
    model.timeCourseSelections = ["time", *ids]
    rows = []
    for _ in range(options["runs"]):
        model.reset()
        rows.append(model.simulate(0, options["until"], 2)[-1][1:])
    return moments(rows, ids)


def antimony():
    import antimony as text

    if text.loadAntimonyFile(path) < 0:
        raise SystemExit(text.getLastError())
    return text.getSBMLString(text.getMainModuleName())


def gillespy2():
    import gillespy2 as tool

    model, problems = tool.import_SBML(path)
    ids = list(model.listOfSpecies)
    model.timespan(tool.TimeSpan([0, options["until"]]))
    results = model.run(number_of_trajectories=options["runs"], seed=1, solver=tool.NumPySSASolver)
    return {
        "problems": [str(p) for p in problems],
        "reactions": len(model.listOfReactions),
        "moments": moments([[trajectory[i][-1] for i in ids] for trajectory in results], ids),
    }


def published():
    import libsbml
    import roadrunner

    original = roadrunner.RoadRunner(path)
    original.integrator.setValue("relative_tolerance", 1e-9)
    ids = original.model.getFloatingSpeciesIds()
    original.timeCourseSelections = ["time", *[f"[{i}]" for i in ids]]
    course = original.simulate(times=[0.0, *options["times"]])
    document = libsbml.readSBMLFromFile(path)
    document.setLevelAndVersion(3, 2, False)
    model = document.getModel()
    for compartment in model.getListOfCompartments():
        compartment.setSize(compartment.getSize() * options["molecules"])
    sizes = {c.getId() for c in model.getListOfCompartments()}
    between = []
    for reaction in model.getListOfReactions():
        # A law between compartments in which a size of 1 was left out.
        law = reaction.getKineticLaw()
        formula = libsbml.formulaToL3String(law.getMath())
        if not sizes & set(formula.replace("*", " ").split()):
            between.append(reaction.getId())
            law.setMath(libsbml.parseL3Formula(f"{sorted(sizes)[-1]} * {formula}"))
    return {
        "sbml": libsbml.writeSBMLToString(document),
        "between": between,
        "ode": [dict(zip(ids, map(float, row[1:]))) for row in course[1:]],
    }


def bngl():
    import pathlib
    import subprocess

    import bionetgen

    system = {"darwin": "bng-mac", "win32": "bng-win"}.get(sys.platform, "bng-linux")
    tool = pathlib.Path(bionetgen.__file__).parent / system / "BNG2.pl"
    folder = pathlib.Path(path).parent
    actions = ['generate_network({overwrite=>1,max_iter=>1000})']
    actions += [f'setParameter("{name}",{value})' for name, value in options["set"].items()]
    times = ",".join(str(t) for t in [0, *options["times"]])
    actions.append(f'simulate({{method=>"ode",sample_times=>[{times}],atol=>1e-9,rtol=>1e-9,sparse=>1}})')
    run = folder / "run.bngl"
    run.write_text(pathlib.Path(path).read_text() + "\n".join(actions) + "\n")
    done = subprocess.run(["perl", tool, run], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    head, *rows = (folder / "run.gdat").read_text().splitlines()
    names = head.lstrip("#").split()
    return [dict(zip(names, map(float, row.split()))) for row in rows[1:]]


print(json.dumps(globals()[task]()))
