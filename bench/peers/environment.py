"""A virtual environment with the peers that PyPI holds; what cannot be installed is named, not hidden."""

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
VENV = ROOT / ".venv-peers"
PACKAGES = ("gillespy2", "bionetgen", "bngsim", "kappy", "libroadrunner", "copasi-basico")


def make_environment() -> tuple[dict[str, str], dict[str, str]]:
    """Makes or completes the environment. Versions by package, and what pip said of those that failed."""
    python = VENV / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    versions, failed = {}, {}
    for package in PACKAGES:
        if (version := _version(package)) is None:
            print(f"installing {package}", flush=True)
            done = subprocess.run(
                [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package],
                capture_output=True, text=True,
            )
            version = _version(package)
            if version is None:
                said = (done.stderr.strip() or done.stdout.strip() or "pip said nothing").splitlines()[-1]
                failed[package] = said
                continue
        versions[package] = version
    return versions, failed


def site_packages() -> Path:
    """Where the environment keeps its packages."""
    return next((VENV / "lib").glob("python3*")) / "site-packages"


def _version(package: str) -> str | None:
    done = subprocess.run(
        [VENV / "bin" / "python", "-c", f"import importlib.metadata as m; print(m.version({package!r}))"],
        capture_output=True, text=True,
    )
    return done.stdout.strip() if done.returncode == 0 else None


def write_json(path: Path, data) -> None:
    """Writes JSON in the repository's own layout."""
    path.write_text(json.dumps(data, indent=2) + "\n")
    subprocess.run([ROOT / "node_modules" / ".bin" / "biome", "format", "--write", path], cwd=ROOT, capture_output=True)
