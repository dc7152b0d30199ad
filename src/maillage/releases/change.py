"""Changes: two dumps come in; what was added, removed and changed, the next version and what forbids it go out.

The rule of versions (docs/guides/release.md): a term that is gone or says what it is otherwise is a major step; a new
term, a thing or a claim that came, went or was replaced is a minor one; else only what is said of things was mended, a
patch. Before 1.0.0 a major step raises the second number.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field

from maillage.errors import MaillageError
from maillage.naming.withdrawn import Withdrawn
from maillage.releases.dump import Dump, group_of
from maillage.terms import BASE, DCT, OWL, PREFIXES, RDF, RDFS, SKOS

GROUPS = ("terms", "entities", "claims", "evidence")
STEPS = ("none", "patch", "minor", "major")
#: What a term is: a change of these changes what a query or a reasoner makes of it.
_MEANING = {
    RDF + "type",
    *(RDFS + name for name in ("subClassOf", "subPropertyOf", "domain", "range")),
    *(OWL + name for name in ("disjointWith", "equivalentClass", "inverseOf")),
    *(SKOS + name for name in ("broader", "inScheme")),
}
#: What is said of an IRI that is kept and no longer to be used.
_REPLACED, _DEPRECATED = DCT + "isReplacedBy", OWL + "deprecated"
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
    replaced: dict[str, list[str]] = field(default_factory=dict)
    """What is kept and, now, said to be replaced (dct:isReplacedBy) or deprecated (owl:deprecated)."""
    redefined: list[str] = field(default_factory=list)
    """Terms that say otherwise what they are."""
    lost: list[str] = field(default_factory=list)
    """Published IRIs that are gone without a replacement."""
    derived: tuple[int, int] = (0, 0)
    """Derived statements that came and went."""
    unsaid: list[str] = field(default_factory=list)
    """The digests of removed statements that are not to be told again: what a person had taken out."""
    says: bool = True
    """Whether anything is said otherwise: not where blank nodes only have other names."""

    def __bool__(self) -> bool:
        return self.says and bool(self.added or self.removed or self.unsaid)

    @property
    def step(self) -> str:
        """How far the version goes: ``none``, ``patch``, ``minor`` or ``major``."""
        if self.gone["terms"] or self.redefined:
            return "major"
        if any(self.new[group] or self.gone[group] or self.replaced[group] for group in GROUPS):
            return "minor"
        return "patch" if self else "none"


def compare(
    old: Dump,
    new: Dump,
    withdrawn: Collection[str] = (),
    hides: Callable[[str], bool] = lambda text: False,
    untold: Collection[str] = (),
) -> Change:
    """What the new dump has beyond the old one, lacks, and says otherwise.

    Parameters
    ----------
    withdrawn:
        IRIs that a person asked to be taken out: these may be gone without a replacement, and are told of by digests.
    hides:
        Whether a text says what was taken out: a removed statement that does is told of by its digest too.
    untold:
        Statements that, removed, are told of by their digests as well.
    """
    was, now = old.lines, new.lines
    out = Change(sorted(now - was), sorted(was - now))
    said = new.said - old.said
    stated = said | (old.said - new.said)
    out.derived = (len(new.derived - was), len(old.derived - now))
    out.says = bool(stated) or out.derived != (0, 0)
    unsaid = {line for line in out.removed if line in untold or _speaks_of(line, withdrawn) or hides(_text(line))}
    out.unsaid = sorted(map(digest_of, unsaid))
    out.removed = [line for line in out.removed if line not in unsaid]
    touched = {match[1] for line in stated if (match := _SUBJECT.match(line)) and match[1].startswith(BASE)}
    touched -= set(withdrawn)
    retired = {match[1] for line in said if (match := _SUBJECT.match(line)) and _retires(line, match[2])}
    for group in GROUPS:
        mine = {iri for iri in touched if group_of(iri) == group}
        out.new[group] = sorted(mine & new.subjects - old.subjects)
        out.gone[group] = sorted(mine & old.subjects - new.subjects)
        out.changed[group] = sorted(mine & old.subjects & new.subjects - retired)
        out.replaced[group] = sorted(mine & old.subjects & new.subjects & retired)
    both = {*out.changed["terms"], *out.replaced["terms"]}
    meant = {m[1] for line in stated if (m := _SUBJECT.match(line)) and m[1] in both and m[2] in _MEANING}
    out.redefined = sorted(meant)
    named = (*out.gone["terms"], *out.gone["entities"], *(i for i in out.gone["evidence"] if _is_document(i)))
    out.lost = sorted(iri for iri in named if iri not in withdrawn)
    return out


def honouring(withdrawn: Withdrawn, old: Dump, new: Dump, untold: Collection[str] = ()) -> Change:
    """What differs, without telling again what the withdrawal list of the new one covers: it may be gone, unsaid.

    A name that it covers is no label any more either: `old` loses it.
    """
    asked = {iri for iri in old.subjects if withdrawn.covers(iri) or withdrawn.covers(old.labels.get(iri, ""))}
    asked |= {iri for iri, ends in old.ends.items() if not ends.isdisjoint(asked)} - new.subjects
    if withdrawn:
        old.labels = {iri: label for iri, label in old.labels.items() if not withdrawn.inside(label)}
    return compare(old, new, asked, withdrawn.inside, untold)


def _retires(line: str, predicate: str) -> bool:
    return predicate == _REPLACED or (predicate == _DEPRECATED and '"true"' in line)


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
