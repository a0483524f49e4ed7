"""Runs inside the environment: one trajectory by one library. usage: LIBRARY FILE END_S ROWS SEED"""

import json
import sys
import time

name, path, end_s, rows, seed = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4]), int(sys.argv[5])


def bngsim_ssa():
    import bngsim

    simulator = bngsim.Simulator(bngsim.Model.from_net(path), method="ssa")
    return _timed(lambda: simulator.run(t_span=(0, end_s), n_points=rows, seed=seed), _bngsim_table)


def bngsim_nfsim():
    import bngsim

    return _session(bngsim.NfsimSession(path, molecule_limit=10**6))


def bngsim_rulemonkey():
    import bngsim

    return _session(bngsim.RuleMonkeySession(path, molecule_limit=10**6))


def _session(session):
    session.initialize(seed=seed)
    return _timed(lambda: session.simulate(0, end_s, n_points=rows), _bngsim_table)


def _bngsim_table(result):
    steps = result.solver_stats.get("n_steps") or None
    table = {o: [float(x) for x in result.observables[:, i]] for i, o in enumerate(result.observable_names)}
    return table, steps


def roadrunner():
    import roadrunner as library

    model = library.RoadRunner(path)
    model.setIntegrator("gillespie")
    model.integrator.setValue("variable_step_size", False)
    model.integrator.setValue("seed", seed)
    model.timeCourseSelections = ["time", *model.model.getFloatingSpeciesIds()]

    def table(result):
        return {s: [float(x) for x in result[:, i + 1]] for i, s in enumerate(model.timeCourseSelections[1:])}, None

    return _timed(lambda: model.simulate(0, end_s, rows), table)


def copasi():
    import basico

    basico.load_model(path)

    def simulate():
        return basico.run_time_course(
            duration=end_s, intervals=rows - 1, method="directMethod", use_seed=True, seed=seed,
            use_numbers=True, automatic=False, max_steps=2**31 - 1,
        )

    def table(frame):
        return {str(c): [float(x) for x in frame[c]] for c in frame.columns}, None

    return _timed(simulate, table)


def kappy():
    """The agent is a grandchild: its CPU time is read from /proc when the simulation has stopped."""
    import kappy as library

    client = library.KappaStd()
    with open(path, encoding="utf-8") as file:
        client.add_model_string(file.read())
    client.project_parse()
    before = _family_cpu_s(client.switch_agent.pid)
    period = end_s / (rows - 1)
    client.simulation_start(library.SimulationParameter(plot_period=period, pause_condition=f"[T] > {end_s}", seed=seed))
    while client.get_is_sim_running():
        time.sleep(0.2)
    cpu_s = _family_cpu_s(client.switch_agent.pid) - before
    progress = client.simulation_info()["simulation_info_progress"]
    plot = client.simulation_plot()
    series = sorted(plot["series"])[:rows]
    client.shutdown()
    table = {o: [row[i] for row in series] for i, o in enumerate(plot["legend"]) if o != "[T]"}
    return cpu_s, progress["simulation_progress_event"], table


def _family_cpu_s(pid):
    import psutil

    root = psutil.Process(pid)
    return sum(sum(p.cpu_times()[:2]) for p in [root, *root.children(recursive=True)])


def _timed(simulate, read):
    begun = time.process_time()
    result = simulate()
    cpu_s = time.process_time() - begun
    table, events = read(result)
    return cpu_s, events, table


LIBRARIES = {f.__name__: f for f in (bngsim_ssa, bngsim_nfsim, bngsim_rulemonkey, roadrunner, copasi, kappy)}
cpu_s, events, table = LIBRARIES[name]()
print()
print(json.dumps({"cpu_s": cpu_s, "events": events, "table": table}))
