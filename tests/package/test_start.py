"""What is loaded before the first question: what draws, measures and serves waits until it is asked for."""

from __future__ import annotations

import subprocess
import sys

#: Not for `import maillage` and every command line; each takes longer to load than a question to answer.
LATER = ("networkx", "numpy", "scipy", "pandas", "pyvis", "rustworkx", "rdflib", "requests", "starlette", "uvicorn")


def test_start_loads_little() -> None:
    script = f"import sys, maillage.cli.commands; print([name for name in {LATER!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
