"""What is to be done at a portal: steps come in; lines that say them, and the same steps done in order, go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from maillage.errors import MaillageError
from maillage.export.push.http import Portal, PortalError

#: What a step does, in both languages.
VERBS: dict[str, tuple[str, str]] = {
    "create": ("créer", "create"),
    "update": ("mettre à jour", "update"),
    "upload": ("envoyer", "upload"),
    "replace": ("remplacer", "replace"),
    "link": ("lier", "link"),
    "describe": ("décrire", "describe"),
    "remove": ("ôter", "remove"),
    "publish": ("publier", "publish"),
    "leave": ("laisser", "leave"),
}


@dataclass(frozen=True)
class Step:
    """One thing to do: a verb of `VERBS`, to what, its size in bytes, why, and how (None where all is well)."""

    verb: str
    what: str
    why: tuple[str, str] = ("", "")
    size: int | None = None
    do: Callable[[], object] | None = field(default=None, repr=False, compare=False)

    def line(self, lang: str) -> str:
        """The step in one line."""
        en = lang == "en"
        size = "" if self.size is None else f"  {in_bytes(self.size, lang)}"
        why = f"  ({self.why[en]})" if self.why[en] else ""
        return f"{VERBS[self.verb][en]:<14}{self.what}{size}{why}"


@dataclass(frozen=True)
class Plan:
    """All that a push would do at a portal, in order, and what to know of it."""

    portal: str
    steps: Sequence[Step]
    notes: Sequence[tuple[str, str]] = ()

    @property
    def to_do(self) -> list[Step]:
        """The steps that change something there."""
        return [step for step in self.steps if step.verb != "leave"]

    def summary(self, lang: str) -> str:
        """How many steps of each kind, in one sentence."""
        en = lang == "en"
        if not self.to_do:
            left = len(self.steps)
            return (
                f"{self.portal}: nothing to change, everything is there already ({left})."
                if en
                else f"{self.portal} : rien à changer, tout y est déjà ({left})."
            )
        counts = {verb: [step for step in self.steps if step.verb == verb] for verb in VERBS}
        parts = [f"{VERBS[verb][en]} {len(steps)}" for verb, steps in counts.items() if steps]
        sent = sum(step.size or 0 for step in self.steps if step.verb in ("upload", "replace"))
        blank = "" if en else " "
        return f"{self.portal}{blank}: {', '.join(parts)}{blank}; {in_bytes(sent, lang)}."


def carry_out(plan: Plan, portal: Portal, told: Callable[[Step], object]) -> None:
    """Do the steps in order; each is told once it is done.

    Raises
    ------
    MaillageError
        When the portal refuses one: what it said, what was done there before, and that running again is safe.
    """
    done: list[Step] = []
    try:
        for step in plan.steps:
            if step.do is not None:
                with portal.understood():
                    step.do()
            if step.verb != "leave":
                done.append(step)
            told(step)
    except PortalError as error:
        raise whole(error, done) from None


#: What makes it safe: every step is looked up before it is done.
SAFE = "Running the same command again is safe: what is there already is not sent again."


def whole(error: PortalError, done: Sequence[Step] = ()) -> MaillageError:
    """An error of a portal with what was done there before it, and that running again is safe."""
    return MaillageError(f"{error.what} {_so_far(done)}", fix=f"{error.fix} {SAFE}".strip())


def _so_far(done: Sequence[Step]) -> str:
    """What was done before the push ended."""
    if not done:
        return "Nothing was changed there."
    last = done[-1]
    steps = f"{len(done)} step{'s' * (len(done) > 1)}"
    return f"Done there before: {steps}, the last: {VERBS[last.verb][1]} {last.what}."


def in_bytes(size: int, lang: str) -> str:
    """A size for people.

    >>> in_bytes(1_236_609, "fr"), in_bytes(918, "en")
    ('1,2 Mo', '918 B')
    """
    unit = "B" if lang == "en" else "o"
    for limit, prefix in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if size >= limit:
            number = f"{size / limit:.1f}"
            return f"{number if lang == 'en' else number.replace('.', ',')} {prefix}{unit}"
    return f"{size} {unit}"
