"""`maillage check --reason`: places and files come in; what a reasoner finds is printed, and what it could not read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from maillage.cli.bar import Bar
from maillage.cli.show import say
from maillage.cli.summary import print_findings
from maillage.errors import MaillageError
from maillage.pipeline.build import build
from maillage.places import Places


def run_reason(places: Places, files: Sequence[Path], lang: str, others: Mapping[str, object]) -> int:
    """Reason and print; returns how many faults there are.

    Raises
    ------
    MaillageError
        With an option of the other checks, or when the extra is not installed.
    """
    from maillage.reasoning.check import check_by_reasoning
    from maillage.reasoning.hermit import installed

    for name, value in others.items():
        if value:
            raise MaillageError(f"--reason goes without {name}.", fix="Run the two checks one after the other.")
    installed()
    with Bar(lang, keeps=False) as bar:
        built = build(places, list(files), bar)
    reasoned = check_by_reasoning(built, lang)
    if words := reasoned.read.words(lang):
        say(words)
    return print_findings(reasoned.findings, lang)
