"""Without make: the README tells the very commands that the Makefile runs."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def recipe(target: str) -> list[str]:
    """The commands of a target and, in their places, of those it calls by name, as one types them in the checkout."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    names = {"PYTHON": "python3", "VENV": ".venv", "BIN": ".venv/bin", "MAKE": "make"}
    found = re.search(rf"^{re.escape(target)}:.*\n((?:\t.+\n)+)", text, re.M)
    assert found, target
    lines = [re.sub(r"\$\((\w+)\)", lambda m: names[m[1]], line.strip()) for line in found[1].splitlines()]
    return [inner for line in lines for inner in (recipe(line[5:]) if line.startswith("make ") else [line])]


def test_the_readme_tells_what_make_does() -> None:
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("## Without make\n")[1].split("\n## ")[0]
    block = re.search(r"```sh\n(.*?)```", section, re.S)
    assert block is not None
    lines = [line for line in block[1].splitlines() if line and not line.startswith("#")]
    told = [part.strip() for line in lines for part in line.split("&&")]
    wanted = [
        *(recipe("$(VENV)/.run") + recipe("run")),
        *(recipe("$(VENV)/.test") + recipe("debian") + recipe("test")),
    ]
    assert told == [line.replace(" --quiet", "") for line in wanted if not line.startswith("touch")]
