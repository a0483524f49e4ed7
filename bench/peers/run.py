"""
Measures leucell and its peers on M1..M5b, in turn, several rounds interleaved, pinned to one core; checks that their
means agree; writes docs/performance.md and docs/performance.json.
"""

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from agreement import compare, expected_events
from environment import ROOT, make_environment, write_json
from machine import machine
from models import BENCHMARKS, summarise
from page import page
from peers import PEERS

# CPU seconds after which a pair of engine and model is not measured again.
PATIENCE_S = 60


def main():
    options = parse()
    versions, failed = make_environment()
    for package, said in failed.items():
        print(f"could not install {package}: {said}")
    with tempfile.TemporaryDirectory() as folder:
        pairs, unprepared = prepare(options, versions, failed, Path(folder))
        measured = rounds(pairs, options)
    results = gather(measured)
    raw = {
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
        "rounds": options.rounds,
        "machine": machine(),
        "versions": versions,
        "not_installed": failed,
        "not_run": unprepared,
        "results": results,
    }
    text = page(raw)
    print(text)
    if options.dry:
        return
    write_json(ROOT / "docs" / "performance.json", raw)
    (ROOT / "docs" / "performance.md").write_text(text)
    if any(not c["agrees"] for r in results for c in r["comparisons"]):
        sys.exit("some means disagree with the reference; see docs/performance.md")


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--core", type=int, default=os.cpu_count() - 1, help="the core to run on")
    parser.add_argument("--models", nargs="+", default=list(BENCHMARKS), choices=list(BENCHMARKS))
    parser.add_argument("--engines", nargs="+", default=[p.name for p in PEERS], choices=[p.name for p in PEERS])
    parser.add_argument("--dry", action="store_true", help="print the page, write nothing")
    return parser.parse_args()


def prepare(options, versions, failed, work):
    """Builds every engine for every model; what cannot be built is named."""
    pairs, unprepared = [], {}
    for peer in PEERS:
        if peer.name not in options.engines or peer.package in failed:
            continue
        for name in peer.models:
            if name not in options.models:
                continue
            benchmark = BENCHMARKS[name]
            try:
                pairs.append((peer, benchmark, peer.prepare(benchmark, work)))
            except Exception as error:  # a peer that does not build must not stop the others
                unprepared[f"{peer.name} {name}"] = str(error)
                print(f"{peer.name} on {name} was not prepared: {error}", flush=True)
    return pairs, unprepared


def rounds(pairs, options):
    """Runs each pair once a round, models outermost so that engines alternate; the seed is the round's number."""
    measured = {(peer.name, benchmark.name): [] for peer, benchmark, _ in pairs}
    for number in range(1, options.rounds + 1):
        for model in options.models:
            for peer, benchmark, prepared in (p for p in pairs if p[1].name == model):
                done = measured[peer.name, model]
                if done and (done[-1] is None or done[-1].cpu_s > PATIENCE_S):
                    continue
                try:
                    run = peer.run(prepared, benchmark, number, options.core)
                    print(f"round {number} {model} {peer.name}: {run.cpu_s:.3f} CPU s", flush=True)
                except Exception as error:  # named in the output; the round goes on
                    run = None
                    print(f"round {number} {model} {peer.name} failed: {error}", flush=True)
                done.append(run)
    return measured


def gather(measured):
    """Figures and comparisons by engine and model, plain enough for JSON."""
    results = []
    for peer in PEERS:
        for model, benchmark in BENCHMARKS.items():
            runs = [r for r in measured.get((peer.name, model), []) if r is not None]
            if not runs:
                continue
            counted = [{} if r.events is None else {"events": r.events} for r in runs]
            summaries = [count | summarise(benchmark, r.table) for count, r in zip(counted, runs)]
            events = [r.events or expected_events(model) for r in runs]
            results.append({
                "engine": peer.name,
                "model": model,
                "molecules": peer.molecules,
                "cpu_s": [r.cpu_s for r in runs],
                "events": events,
                "events_counted": runs[0].events is not None,
                "events_per_cpu_s": [n / max(r.cpu_s, 1e-3) for n, r in zip(events, runs)],
                "events_per_loop_s": [n / r.loop_cpu_s for n, r in zip(events, runs) if r.loop_cpu_s],
                "comparisons": [c.__dict__ | {"agrees": c.agrees} for c in compare(model, summaries)],
            })
    return results


if __name__ == "__main__":
    main()
