"""The bar of a first question: the steps of a build come in; on a terminal a bar goes to stderr, elsewhere one line."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from maillage.cli.show import say
from maillage.things.progress import STEPS

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress

_WORDS = {
    "fr": {
        "wait": "un autre processus le construit",
        "load": "lecture des fichiers",
        "derive": "dérivation",
        "keep": "mise en cache",
        "built": "Le graphe est construit.",
        "kept": "Il est gardé : les questions suivantes ont réponse aussitôt.",
    },
    "en": {
        "wait": "another process builds it",
        "load": "reading the files",
        "derive": "deriving",
        "keep": "keeping",
        "built": "The graph is being built.",
        "kept": "It is kept: the next questions are answered at once.",
    },
}
#: How much of the whole time each step takes, about.
_SHARES = {"wait": 0.0, "load": 0.2, "derive": 0.35, "keep": 0.45}


class Bar:
    """A `Progress` to give to a build; nothing is shown when nothing is built.

    Of a build that is kept already, and only made quick to ask, the bar is shown and nothing is said.
    """

    def __init__(self, lang: str, keeps: bool = True, builds: bool = True) -> None:
        self._words, self._keeps, self._builds = _WORDS[lang], keeps, builds
        self._bar: RichProgress | None = None
        self._said = self._kept = False

    def __call__(self, step: str, share: float) -> None:
        """Show how far a step has come."""
        if not self._said:
            self._said = True
            self._begin()
        self._kept = (step, share) == (STEPS[-1], 1.0)
        if self._bar is not None:
            steps = STEPS if self._keeps else STEPS[:-1]
            before = sum(_SHARES[one] for one in steps[: steps.index(step)])
            done = (before + share * _SHARES[step]) / sum(_SHARES[one] for one in steps)
            self._bar.update(self._bar.task_ids[0], completed=done, description=self._words[step])

    def _begin(self) -> None:
        if self._builds:
            say(self._words["built"])
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

            columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._bar.add_task("", total=1.0)
            self._bar.start()

    def __enter__(self) -> Bar:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
        if self._kept and self._builds:
            say(self._words["kept"])
