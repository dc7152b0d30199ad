"""Progress: a step and how far it has come go out, to whoever wants to show it."""

from __future__ import annotations

from collections.abc import Callable

#: What is being done (one of `STEPS`), and the share of the whole that is done, from 0 to 1.
Progress = Callable[[str, float], None]
#: The steps of a first question, in their order; the first only where another process builds the same graph.
STEPS = ("wait", "load", "derive", "keep")


def silent(step: str, share: float) -> None:
    """Show nothing."""
