"""Changes: two dumps come in; what was added, removed and changed, the next version and what forbids it go out.

The rule of versions (docs/guides/release.md): a term that is gone or says what it is otherwise is a major step; a new
term, a thing or a claim that came or went is a minor one; else only what is said of things was mended, a patch. Before
1.0.0 a major step raises the second number.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable
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
_IRI = re.compile(r"<([^<>\"]*)>")


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
    unsaid: list[str] = field(default_factory=list)
    """The digests of removed statements that are not to be told again: what a person had taken out."""

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.unsaid)

    @property
    def step(self) -> str:
        """How far the version goes: ``none``, ``patch``, ``minor`` or ``major``."""
        if self.gone["terms"] or self.redefined:
            return "major"
        if any(self.new[group] or self.gone[group] for group in GROUPS):
            return "minor"
        return "patch" if self else "none"


def compare(
    old: Dump, new: Dump, withdrawn: Collection[str] = (), hides: Callable[[str], bool] = lambda text: False
) -> Change:
    """What the new dump has beyond the old one, lacks, and says otherwise.

    Parameters
    ----------
    withdrawn:
        IRIs that a person asked to be taken out: these may be gone without a replacement, and are told of by digests.
    hides:
        Whether a text says what was taken out: a removed statement that does is told of by its digest too.
    """
    was, now = old.lines, new.lines
    out = Change(sorted(now - was), sorted(was - now))
    stated = (new.stated - old.stated) | (old.stated - new.stated)
    unsaid = {line for line in out.removed if _speaks_of(line, withdrawn) or hides(_text(line))}
    out.unsaid = sorted(map(digest_of, unsaid))
    out.removed = [line for line in out.removed if line not in unsaid]
    touched = {match[1] for line in stated if (match := _SUBJECT.match(line)) and match[1].startswith(BASE)}
    touched -= set(withdrawn)
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


def digest_of(line: str) -> str:
    """What stands for a statement that is not to be told: the SHA-256 of its N-Triples line."""
    return hashlib.sha256(line.encode()).hexdigest()


def _speaks_of(line: str, iris: Collection[str]) -> bool:
    return bool(iris) and not {found[1] for found in _IRI.finditer(line)}.isdisjoint(iris)


def _text(line: str) -> str:
    """The words of the literal of a statement; none of one that has no literal."""
    return line[line.index('"') + 1 : line.rindex('"')] if '"' in line else ""


def replayed(
    lines: Iterable[str], added: Iterable[str], removed: Iterable[str], unsaid: Collection[str] = ()
) -> set[str]:
    """The statements of a release after a change: what was removed taken out, what was added put in.

    Parameters
    ----------
    unsaid:
        The digests of further statements to take out.
    """
    kept = set(lines) - set(removed)
    if unsaid:
        kept = {line for line in kept if digest_of(line) not in unsaid}
    return kept | set(added)
