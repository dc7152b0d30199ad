"""Changes: two dumps come in; what was added, removed and changed, the next version and what forbids it go out.

The rule of versions (docs/guides/release.md): a term that is gone or says what it is otherwise is a major step; a new
term, a thing or a claim that came or went is a minor one; else only what is said of things was mended, a patch. Before
1.0.0 a major step raises the second number.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from maillage.errors import MaillageError
from maillage.releases.dump import Dump, group_of
from maillage.terms import BASE, OWL, PREFIXES, RDF, RDFS, SKOS

GROUPS = ("terms", "entities", "claims", "evidence")
STEPS = ("none", "patch", "minor", "major")
#: What a term is: a change of these changes what a query or a reasoner makes of it.
_MEANING = {
    RDF + "type",
    *(RDFS + name for name in ("subClassOf", "subPropertyOf", "domain", "range")),
    *(OWL + name for name in ("disjointWith", "equivalentClass", "inverseOf")),
    *(SKOS + name for name in ("broader", "inScheme")),
}
_SUBJECT = re.compile(r"<([^>]*)> <([^>]*)> ")


@dataclass
class Change:
    """What differs between two releases: statements, and things by group."""

    added: list[str]
    removed: list[str]
    new: dict[str, list[str]] = field(default_factory=dict)
    gone: dict[str, list[str]] = field(default_factory=dict)
    changed: dict[str, list[str]] = field(default_factory=dict)
    redefined: list[str] = field(default_factory=list)
    """Terms that say otherwise what they are."""
    lost: list[str] = field(default_factory=list)
    """Published IRIs that are gone without a replacement."""
    derived: tuple[int, int] = (0, 0)
    """Derived statements that came and went."""

    def __bool__(self) -> bool:
        return bool(self.added or self.removed)

    @property
    def step(self) -> str:
        """How far the version goes: ``none``, ``patch``, ``minor`` or ``major``."""
        if self.gone["terms"] or self.redefined:
            return "major"
        if any(self.new[group] or self.gone[group] for group in GROUPS):
            return "minor"
        return "patch" if self else "none"


def compare(old: Dump, new: Dump, withdrawn: Collection[str] = ()) -> Change:
    """What the new dump has beyond the old one, lacks, and says otherwise.

    Parameters
    ----------
    withdrawn:
        IRIs that a person asked to be taken out: these may be gone without a replacement.
    """
    was, now = old.lines, new.lines
    out = Change(sorted(now - was), sorted(was - now))
    stated = (new.stated - old.stated) | (old.stated - new.stated)
    touched = {match[1] for line in stated if (match := _SUBJECT.match(line)) and match[1].startswith(BASE)}
    for group in GROUPS:
        mine = {iri for iri in touched if group_of(iri) == group}
        out.new[group] = sorted(mine & new.subjects - old.subjects)
        out.gone[group] = sorted(mine & old.subjects - new.subjects)
        out.changed[group] = sorted(mine & old.subjects & new.subjects)
    both = set(out.changed["terms"])
    meant = {m[1] for line in stated if (m := _SUBJECT.match(line)) and m[1] in both and m[2] in _MEANING}
    out.redefined = sorted(meant)
    named = (*out.gone["terms"], *out.gone["entities"], *(i for i in out.gone["evidence"] if _is_document(i)))
    out.lost = sorted(iri for iri in named if iri not in withdrawn)
    out.derived = (len(new.derived - was), len(old.derived - now))
    return out


def _is_document(iri: str) -> bool:
    return iri.startswith(PREFIXES["doc"])


def next_version(version: str, step: str) -> str:
    """The version after this one, by semantic versioning.

    >>> next_version("0.1.0", "major"), next_version("1.2.3", "minor"), next_version("1.2.3", "patch")
    ('0.2.0', '1.3.0', '1.2.4')

    Raises
    ------
    MaillageError
        For a version that is not three numbers.
    """
    match = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", version)
    if match is None or step not in STEPS:
        raise MaillageError(f"'{version}' is no version of three numbers.", fix="Write it like 0.2.0.")
    major, minor, patch = map(int, match.groups())
    if step == "major" and major:
        return f"{major + 1}.0.0"
    if step in ("major", "minor"):
        return f"{major}.{minor + 1}.0"
    return f"{major}.{minor}.{patch + 1}" if step == "patch" else version


def replayed(lines: Iterable[str], added: Iterable[str], removed: Iterable[str]) -> set[str]:
    """The statements of a release after a change: what was removed taken out, what was added put in."""
    return (set(lines) - set(removed)) | set(added)
