"""What the figures were measured on."""

import os
import platform
import subprocess


def machine() -> dict[str, str]:
    """Processor, cores, caches, system and the versions of compilers and runtimes."""
    facts = _lscpu()
    return {
        "processor": facts.get("Model name", platform.processor()),
        "cores": str(os.cpu_count()),
        "caches": ", ".join(f"{k} {facts[k]}" for k in ("L1d cache", "L2 cache", "L3 cache") if k in facts),
        "system": f"{platform.system()} {platform.release()}",
        "node": _said(["node", "--version"]),
        "gcc": _said(["gcc", "--version"]),
        "python": platform.python_version(),
    }


def _lscpu() -> dict[str, str]:
    lines = _said(["lscpu"], whole=True).splitlines()
    return {k.strip(): v.strip() for k, _, v in (line.partition(":") for line in lines)}


def _said(command, whole=False) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout if whole else done.stdout.strip().splitlines()[0]
