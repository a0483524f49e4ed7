"""
Measures leucell and its peers on M1..M5b, in turn, several rounds interleaved, pinned to one core; checks that their
means agree; measures leucell's own goals with bench.js; writes docs/performance.md and docs/performance.json.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from agreement import compare, expected_events
from environment import ROOT, make_environment, write_json
from machine import machine
from measure import UNSET
from models import BENCHMARKS, summarise
from page import page
from peers import PEERS

# A quick pass is one round of these: does every peer install, run and agree?
QUICK = ["M2", "M3"]
OWN = ROOT / "dist" / "bench" / "bench.js"
FIGURES = ROOT / "docs" / "performance.json"


def main():
    options = parse()
    if options.own:
        return renew_own(json.loads(Path(options.own).read_text()))
    versions, failed = make_environment()
    for package, said in failed.items():
        print(f"could not install {package}: {said}")
    with tempfile.TemporaryDirectory() as folder:
        pairs, unprepared = prepare(options, versions, failed, Path(folder))
        measured, done, failures = rounds(pairs, options)
    results = gather(measured)
    raw = {
        "date": today(),
        "own_date": today(),
        "rounds": done,
        "patience_s": options.patience,
        "unset": UNSET,
        "machine": machine(),
        "versions": versions,
        "not_installed": failed,
        "not_run": unprepared | failures,
        "own": own(options),
        "results": results,
    }
    print(page(raw))
    if options.dry:
        return
    write(raw)
    if any(not c["agrees"] for r in results for c in r["comparisons"]):
        sys.exit("some means disagree with the reference; see docs/performance.md")


def write(raw):
    write_json(FIGURES, raw)
    FIGURES.with_suffix(".md").write_text(page(raw))


def renew_own(measured):
    """leucell's own goals as bench.js measured them today, beside the figures of peers that stand."""
    write(json.loads(FIGURES.read_text()) | {"own": measured, "own_date": today()})


def today():
    return time.strftime("%Y-%m-%d", time.gmtime())


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=22, help="no further round of peers begins that would end later")
    parser.add_argument("--patience", type=float, default=30, help="pairs that took more CPU seconds are run once only")
    parser.add_argument("--core", type=int, default=os.cpu_count() - 1, help="the core to run on")
    parser.add_argument("--models", nargs="+", default=list(BENCHMARKS), choices=list(BENCHMARKS))
    parser.add_argument("--only", default="", metavar="WORD", help="engines whose name holds this word")
    parser.add_argument("--quick", action="store_true", help=f"one round of {' and '.join(QUICK)}; writes nothing")
    parser.add_argument("--own", metavar="FILE", help="only renew leucell's own goals from what bench.js --json printed; runs nothing")
    parser.add_argument("--dry", action="store_true", help="print the page, write nothing")
    options = parser.parse_args()
    if options.quick:
        options.rounds, options.models, options.dry = 1, QUICK, True
    return options


def own(options):
    """What bench.js measured of leucell alone, or None: of a part of the engines only these are measured."""
    if options.quick or options.only:
        return None
    command = ["node", OWN, "--size", "large", "--rounds", str(options.rounds), "--json"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        print(f"bench.js failed: {done.stderr.strip()[-400:]}", flush=True)
        return None
    return json.loads(done.stdout)


def prepare(options, versions, failed, work):
    """Builds every engine for every model; what cannot be built is named."""
    pairs, unprepared = [], {}
    for peer in PEERS:
        if options.only.lower() not in peer.name.lower() or peer.package in failed:
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
    """
    Runs each pair once a round, models outermost so that engines alternate; the seed is the round's number. A pair that
    fails is named and not run again. Runs by pair, rounds begun, and failures.
    """
    measured = {(peer.name, benchmark.name): [] for peer, benchmark, _ in pairs}
    failures, longest_s, begun = {}, 0.0, time.monotonic()
    for number in range(1, options.rounds + 1):
        at = time.monotonic()
        if at - begun + longest_s > 60 * options.minutes:
            print(f"{options.minutes} minutes do not hold round {number}", flush=True)
            return measured, number - 1, failures
        for peer, benchmark, prepared in sorted(pairs, key=lambda p: options.models.index(p[1].name)):
            name = f"{peer.name} {benchmark.name}"
            done = measured[peer.name, benchmark.name]
            if name in failures or (done and done[-1].cpu_s > options.patience):
                continue
            try:
                done.append(peer.run(prepared, benchmark, number, options.core))
                print(f"round {number} {name}: {done[-1].cpu_s:.3f} CPU s", flush=True)
            except Exception as error:  # named in the output; the round goes on
                failures[name] = str(error)
                print(f"round {number} {name} failed: {error}", flush=True)
        # The next round leaves out what took too long, so this is the most that it can take.
        longest_s = time.monotonic() - at - sum(r[-1].cpu_s for r in measured.values() if r and r[-1].cpu_s > options.patience)
    return measured, options.rounds, failures


def gather(measured):
    """Figures and comparisons by engine and model, plain enough for JSON."""
    results = []
    for peer in PEERS:
        for model, benchmark in BENCHMARKS.items():
            runs = measured.get((peer.name, model), [])
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
