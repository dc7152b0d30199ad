"""Differences: two graph folders or build outputs come in; what was added, removed and changed, by kind, goes out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from maillage.errors import MaillageError, NotFoundError
from maillage.terms import DCT, INFERRED, MLG, OA, PREFIXES, RDF, RDFS, SKOS, curie
from maillage.things.literals import canonical
from maillage.things.rdf import Literal, NamedNode, Term
from maillage.things.table import Column, Table, Value
from maillage.things.turtle import read_turtle

Facts = dict[str, set[Term]]
_TYPE = RDF + "type"
_LABELS = (SKOS + "prefLabel", DCT + "title", RDFS + "label", OA + "exact")
#: What a new vintage changes on everything at once: told as a number, not thing by thing.
_PROVENANCE = DCT + "source"
_EDGES = ("hasParticipant", "subject", "funder", "holder", "by", "about", "inArrangement", "object", "organisation")


def read_facts(path: Path) -> dict[str, Facts]:
    """What each subject says: predicate IRI -> its terms; derived facts left out.

    Parameters
    ----------
    path:
        A folder of Turtle files, the output of `maillage build -o`, or one file (.ttl, .nq, .nt).

    Raises
    ------
    MaillageError
        When there is no such path, or nothing in it is RDF.
    """
    if not path.exists():
        raise NotFoundError("there is no such file or folder.", file=path, fix="Give a graph folder or a build output.")
    quads = path / "graph.nq" if path.is_dir() else path
    files = [quads] if quads.is_file() else sorted(path.rglob("*.ttl"))
    if not files:
        raise MaillageError("holds neither Turtle files nor graph.nq.", file=path, fix="Give a graph folder.")
    out: dict[str, Facts] = defaultdict(lambda: defaultdict(set))
    for file in files:
        text = None
        if file.suffix == ".nq":
            text = _stated(file.read_text(encoding="utf-8"))
        for triple in read_turtle(file, text).triples:
            if isinstance(triple.subject, NamedNode):
                value = canonical(triple.object) if isinstance(triple.object, Literal) else triple.object
                out[triple.subject.value][triple.predicate.value].add(value)
    return {subject: dict(facts) for subject, facts in out.items()}


def _stated(quads: str) -> str:
    """N-Quads without the vocabulary and the derived graph, as N-Triples (which is Turtle)."""
    skipped = (f" <{INFERRED}> .", f" <{INFERRED.removesuffix('inferred')}ontology/")
    lines = (line for line in quads.splitlines() if not line.endswith(skipped[0]) and skipped[1] not in line)
    return "\n".join(re.sub(r" <[^<>]*> \.$", " .", line) for line in lines)


@dataclass(frozen=True)
class Change:
    """One thing that differs: its IRI and class, and for a changed one each predicate with what it said and says."""

    iri: str
    kind: str
    label: str
    what: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)


@dataclass
class Diff:
    """What differs, in three lists sorted by kind and IRI."""

    added: list[Change] = field(default_factory=list)
    removed: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def compare(old: Mapping[str, Facts], new: Mapping[str, Facts]) -> Diff:
    """What `new` has beyond `old`, lacks, and says otherwise."""
    out = Diff()
    for subject in sorted(old.keys() | new.keys()):
        before, after = old.get(subject), new.get(subject)
        if before == after:
            continue
        if before is None or after is None:
            facts, world, place = (after, new, out.added) if before is None else (before, old, out.removed)
            place.append(Change(subject, _kind(facts or {}), _label(subject, world)))
            continue
        what = {
            predicate: (_words(before.get(predicate), old), _words(after.get(predicate), new))
            for predicate in sorted(before.keys() | after.keys())
            if before.get(predicate) != after.get(predicate)
        }
        out.changed.append(Change(subject, _kind(after), _label(subject, new), what))
    for changes in (out.added, out.removed, out.changed):
        changes.sort(key=lambda change: (curie(change.kind), change.iri))
    return out


def _kind(facts: Facts) -> str:
    kinds = sorted(t.value for t in facts.get(_TYPE, ()) if isinstance(t, NamedNode))
    return kinds[0] if kinds else ""


def _label(subject: str, world: Mapping[str, Facts]) -> str:
    facts = world.get(subject, {})
    for predicate in _LABELS:
        said = [t for t in facts.get(predicate, ()) if isinstance(t, Literal)]
        if said:
            return min(said, key=lambda t: (t.language != "fr", t.value)).value
    if subject.startswith(PREFIXES["claim"]):
        names = (MLG, PREFIXES["cv"])
        ends = [t.value for e in _EDGES for n in names for t in sorted(facts.get(n + e, ()), key=str)]
        return " → ".join(_label(end, world) for end in ends[:2] if end != subject)
    return curie(subject)


def _words(terms: Iterable[Term] | None, world: Mapping[str, Facts]) -> tuple[str, ...]:
    """Terms as people read them, sorted."""
    out = []
    for term in terms or ():
        if isinstance(term, NamedNode) and term.value.startswith(PREFIXES["terr"].removesuffix("territory/")):
            out.append(f"{_label(term.value, world)} ({curie(term.value)})")
        else:
            out.append(curie(term.value) if isinstance(term, NamedNode) else term.value)
    return tuple(sorted(out))


def vocabulary_words(ontology: Path, lang: str) -> dict[str, str]:
    """Class or property IRI -> its label, from the vocabulary file."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for triple in read_turtle(ontology).triples:
        if triple.predicate.value == RDFS + "label" and isinstance(triple.object, Literal):
            said[triple.subject.value][triple.object.language or ""] = triple.object.value
    return {iri: labels.get(lang) or min(labels.values()) for iri, labels in said.items()}


def diff_lines(diff: Diff, words: Mapping[str, str], lang: str = "fr", limit: int | None = 20) -> list[str]:
    """The differences in sentences: by kind, how many were added, removed and changed, and which (at most `limit`)."""
    if not diff:
        return ["Aucune différence." if lang == "fr" else "No difference."]
    added, removed, changed = ("ajouts", "retraits", "changements") if lang == "fr" else ("added", "removed", "changed")
    resourced = "ne changent que de source" if lang == "fr" else "with another source only"
    no_kind, more = ("sans classe", "et {} de plus") if lang == "fr" else ("without a class", "and {} more")
    by_kind: dict[str, dict[str, list[Change]]] = defaultdict(lambda: defaultdict(list))
    for name, changes in ((added, diff.added), (removed, diff.removed), (changed, diff.changed)):
        for change in changes:
            only = change.what.keys() == {_PROVENANCE}
            by_kind[change.kind][resourced if only else name].append(change)
    out = []
    for kind, groups in sorted(by_kind.items(), key=lambda item: curie(item[0])):
        order = (added, removed, changed, resourced)
        counts = ", ".join(f"{len(groups[name])} {name}" for name in order if groups[name])
        out.append(f"{words.get(kind, curie(kind) or no_kind)} ({curie(kind)}) : {counts}")
        for sign, name in (("+", added), ("-", removed), ("~", changed)):
            if name == changed and groups[name]:
                told = Counter(p for change in groups[name] for p in change.what if p != _PROVENANCE)
                said = ", ".join(f"{words.get(p, curie(p))} {n}" for p, n in told.most_common())
                out.append(f"  ~ {said}")
            for change in groups[name][:limit]:
                out.append(f"  {sign} {curie(change.iri)}  {change.label}{_told(change, words)}")
            if limit is not None and len(groups[name]) > limit:
                out.append(f"  {sign} … {more.format(len(groups[name]) - limit)}")
    return out


def _told(change: Change, words: Mapping[str, str]) -> str:
    parts = []
    for predicate, (before, after) in change.what.items():
        if predicate == _PROVENANCE:
            continue
        gone, new = [b for b in before if b not in after], [a for a in after if a not in before]
        parts.append(f"{words.get(predicate, curie(predicate))} {', '.join(gone) or '∅'} → {', '.join(new) or '∅'}")
    return f" : {' ; '.join(parts)}" if parts else ""


def diff_table(diff: Diff) -> Table:
    """One row a difference (a changed thing has one a predicate), for csv and json."""
    rows: list[tuple[Value, ...]] = []
    for name, changes in (("added", diff.added), ("removed", diff.removed)):
        rows += [(name, curie(c.kind), curie(c.iri), c.label, None, None, None) for c in changes]
    for c in diff.changed:
        rows += [
            ("changed", curie(c.kind), curie(c.iri), c.label, curie(p), " | ".join(before), " | ".join(after))
            for p, (before, after) in c.what.items()
        ]
    names = ("change", "kind", "thing", "label", "property", "before", "after")
    return Table([Column(name) for name in names], rows)
