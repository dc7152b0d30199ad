"""Processes measured: commands come in; processor seconds and peak memory of each, and their ratios, go out.

Each run is a process of its own; the sides take turns (A B A B ...), so that a machine whose speed drifts slows all.
Processor seconds are of all its threads, memory is the most it held at one time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: What runs in each process: the command, then its own account of itself and its children.
ACCOUNT = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
if done.returncode:
    sys.exit(done.stderr.decode())
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


@dataclass(frozen=True)
class Side:
    """One side of a comparison: its command, and what is done before each run (not measured)."""

    command: Sequence[str]
    before: Sequence[str] = ()


def python(code: str, *arguments: str) -> list[str]:
    """A command that runs Python code."""
    return [sys.executable, "-c", code, *arguments]


def maillage(*arguments: str) -> list[str]:
    """A command of the program."""
    return [sys.executable, "-m", "maillage", *arguments]


def measure(sides: Mapping[str, Side], runs: int, against: str) -> None:
    """Run all sides by turns and print a markdown table of medians, as ratios to one of them."""
    seen: dict[str, list[tuple[float, float]]] = {name: [] for name in sides}
    for _ in range(runs):
        for name, side in sides.items():
            if side.before:
                subprocess.run(side.before, check=True, capture_output=True)
            done = subprocess.run(
                python(ACCOUNT, *side.command), check=True, capture_output=True, text=True, env=os.environ
            )
            seconds, mib = map(float, done.stdout.split())
            seen[name].append((seconds, mib))
    middle = {
        name: tuple(statistics.median(column) for column in zip(*rows, strict=True)) for name, rows in seen.items()
    }
    seconds, mib = middle[against]
    print(f"{runs} runs each, medians; ratios to {against!r}\n")
    print("| | processor seconds | peak MiB | time | memory |\n|---|---|---|---|---|")
    for name, (s, m) in middle.items():
        print(f"| {name} | {s:.2f} | {m:.0f} | {s / seconds:.3f} | {m / mib:.2f} |")
