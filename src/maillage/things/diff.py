"""Differences: two graph folders or build outputs come in; what was added, removed and changed, by kind, goes out."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from maillage.errors import MaillageError, NotFoundError
from maillage.places import turtle_files
from maillage.terms import DCT, INFERRED, MLG, OA, PREFIXES, RDF, RDFS, SKOS, XSD, curie, expand
from maillage.things.blanks import content_keys, has_blanks
from maillage.things.literals import canonical
from maillage.things.rdf import BlankNode, Literal, NamedNode, Subject, Term, Triple
from maillage.things.table import Column, Table, Value
from maillage.things.turtle import read_turtle, read_utf8

Facts = dict[str, set[Term]]
_TYPE = RDF + "type"
_LABELS = (SKOS + "prefLabel", DCT + "title", RDFS + "label", OA + "exact")
#: What a new vintage changes on everything at once: told as a number, not thing by thing.
_PROVENANCE = DCT + "source"
#: How many blank nodes one inside the other are told.
_DEPTH = 4
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
    files = [quads] if quads.is_file() else turtle_files(path)[0]
    if not files:
        raise MaillageError("holds neither Turtle files nor graph.nq.", file=path, fix="Give a graph folder.")
    out: dict[str, Facts] = defaultdict(lambda: defaultdict(set))
    seen: Counter[str] = Counter()
    for file in files:
        text = _stated(read_utf8(file)) if file.suffix.lower() == ".nq" else None
        for triple in _named_by_content(read_turtle(file, text).triples, seen):
            subject = triple.subject
            about = out[str(subject) if isinstance(subject, BlankNode) else subject.value]
            about[triple.predicate.value].add(canonical(triple.object))
    return {subject: dict(facts) for subject, facts in out.items()}


def _named_by_content(triples: Sequence[Triple], seen: Counter[str]) -> Sequence[Triple]:
    """The triples of a file with each blank node called by what it says, and a number where others say the same."""
    if not has_blanks(triples):
        return triples
    triples = list(dict.fromkeys(Triple(t.subject, t.predicate, canonical(t.object)) for t in triples))
    names: dict[BlankNode, BlankNode] = {}
    for node, whole in content_keys(triples).items():
        key = whole[:16]
        seen[key] += 1
        names[node] = BlankNode(key if seen[key] == 1 else f"{key}-{seen[key]}")

    def named(term: Term) -> Term:
        return names[term] if isinstance(term, BlankNode) else term

    return [Triple(cast(Subject, named(t.subject)), t.predicate, named(t.object)) for t in triples]


def _stated(quads: str) -> str:
    """N-Quads without the vocabulary and the derived graph, as N-Triples (which is Turtle)."""
    skipped = (f" <{INFERRED}> .", f" <{INFERRED.removesuffix('inferred')}ontology/")
    lines = (line for line in quads.split("\n") if not line.endswith(skipped[0]) and skipped[1] not in line)
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
    inside = _inside(old) | _inside(new)  # told with the thing that refers to it
    for subject in sorted(old.keys() | new.keys()):
        before, after = old.get(subject), new.get(subject)
        if before == after or subject in inside:
            continue
        if before is None or after is None:
            facts, world, place = (after, new, out.added) if before is None else (before, old, out.removed)
            place.append(Change(subject, _kind(facts or {}), _label(subject, world)))
            continue
        what = {
            predicate: _both(before.get(predicate, set()), after.get(predicate, set()), old, new)
            for predicate in sorted(before.keys() | after.keys())
            if before.get(predicate) != after.get(predicate)
        }
        out.changed.append(Change(subject, _kind(after), _label(subject, new), what))
    for changes in (out.added, out.removed, out.changed):
        changes.sort(key=lambda change: (curie(change.kind), change.iri))
    return out


def _inside(world: Mapping[str, Facts]) -> set[str]:
    """The blank nodes that a thing, or a blank node nothing refers to, leads to."""
    leads = {
        subject: {str(t) for terms in facts.values() for t in terms if isinstance(t, BlankNode)}
        for subject, facts in world.items()
    }
    referred = set().union(*leads.values())
    found: set[str] = set()
    waiting = [subject for subject in leads if subject not in referred]
    while waiting:
        new = leads.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _kind(facts: Facts) -> str:
    kinds = sorted(t.value for t in facts.get(_TYPE, ()) if isinstance(t, NamedNode))
    return kinds[0] if kinds else ""


def _label(subject: str, world: Mapping[str, Facts]) -> str:
    facts = world.get(subject, {})
    for predicate in _LABELS:
        said = [t for t in facts.get(predicate, ()) if isinstance(t, Literal)]
        if said:
            return min(said, key=lambda t: (t.language != "fr", t.value)).value
    if subject.startswith("_:"):
        return _word(BlankNode(subject[2:]), world)
    if subject.startswith(PREFIXES["claim"]):
        names = (MLG, PREFIXES["cv"])
        ends = [t.value for e in _EDGES for n in names for t in sorted(facts.get(n + e, ()), key=str)]
        return " → ".join(_label(end, world) for end in ends[:2] if end != subject)
    return curie(subject)


def _both(
    before: set[Term], after: set[Term], old: Mapping[str, Facts], new: Mapping[str, Facts]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What was and is said, as people read it; with language or datatype where nothing else differs."""
    alike = {_word(t, old) for t in before - after} & {_word(t, new) for t in after - before}
    return (
        tuple(sorted(_word(t, old, whole=_word(t, old) in alike) for t in before)),
        tuple(sorted(_word(t, new, whole=_word(t, new) in alike) for t in after)),
    )


def _word(term: Term, world: Mapping[str, Facts], whole: bool = False, depth: int = 0) -> str:
    """A term as people read it; a blank node by what it says."""
    if isinstance(term, BlankNode):
        if depth == _DEPTH:
            return "[ … ]"
        said = (
            f"{curie(p)} {_word(t, world, whole=True, depth=depth + 1)}"
            for p, terms in world.get(str(term), {}).items()
            for t in terms
        )
        return f"[ {' ; '.join(sorted(said))} ]"
    if isinstance(term, Literal):
        plain = term.datatype.value == XSD + "string" and depth
        kind = f" (@{term.language})" if term.language else "" if plain else f" ({curie(term.datatype.value)})"
        return term.value + kind if whole else term.value
    if term.value.startswith(PREFIXES["terr"].removesuffix("territory/")):
        return f"{_label(term.value, world)} ({curie(term.value)})"
    return curie(term.value)


def vocabulary_words(ontology: Path, lang: str) -> dict[str, str]:
    """Class or property IRI -> its label, from the vocabulary file."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for triple in read_turtle(ontology).triples:
        if triple.predicate.value == RDFS + "label" and isinstance(triple.object, Literal):
            said[triple.subject.value][triple.object.language or ""] = triple.object.value
    return {iri: labels.get(lang) or min(labels.values()) for iri, labels in said.items()}


def diff_lines(diff: Diff, words: Mapping[str, str], lang: str = "fr", limit: int | None = 20) -> list[str]:
    """The differences in sentences: all told, then by kind what was added, removed and changed, at most `limit` each.

    The changed things whose change is rare among those of their kind come first: a renamed commune is not to be sought
    among thirty thousand new populations. Things that change their source alone are counted at the end.
    """
    say = _SAID[lang]
    if not diff:
        return [say["none"]]
    resourced = [change for change in diff.changed if change.what.keys() == {_PROVENANCE}]
    changed = [change for change in diff.changed if change.what.keys() != {_PROVENANCE}]
    groups: dict[str, dict[str, list[Change]]] = defaultdict(lambda: defaultdict(list))
    for name, changes in (("added", diff.added), ("removed", diff.removed), ("changed", changed)):
        for change in changes:
            groups[change.kind][name].append(change)
    out = [_counted({"added": diff.added, "removed": diff.removed, "changed": changed}, lang) + "."] if groups else []
    for kind, found in sorted(groups.items(), key=lambda item: curie(item[0])):
        out += [
            "",
            f"{words.get(kind, curie(kind) or say['no kind'])} ({curie(kind)}){say[':']} {_counted(found, lang)}",
        ]
        told = Counter(p for change in found["changed"] for p in change.what if p != _PROVENANCE)
        if len(found["changed"]) > 1:
            out.append(
                "  ~ " + ", ".join(f"{_property(p, words, lang)} {_number(n, lang)}" for p, n in told.most_common())
            )
        found["changed"].sort(key=lambda change: min(told[p] for p in change.what if p != _PROVENANCE))
        for sign, name in (("+", "added"), ("-", "removed"), ("~", "changed")):
            for change in found[name][:limit]:
                out.append(f"  {sign} {curie(change.iri)}  {change.label}{_told(change, told, words, lang)}")
            if limit is not None and len(found[name]) > limit:
                out.append(f"  {sign} … {say['more'].format(_number(len(found[name]) - limit, lang))}")
    if resourced:
        kinds = Counter(words.get(change.kind, curie(change.kind)) for change in resourced)
        said = ", ".join(f"{kind} {_number(n, lang)}" for kind, n in sorted(kinds.items()))
        out += [*([""] if out else []), f"{say['source'].format(_number(len(resourced), lang))}{say[':']} {said}."]
    return out


#: What the lines say by themselves.
_SAID: dict[str, dict[str, str]] = {
    "fr": {
        "none": "Aucune différence.",
        "no kind": "sans classe",
        "more": "et {} de plus",
        "source": "Seule la source change pour {} descriptions",
        ":": " :",
        "type": "classe",
    },
    "en": {
        "none": "No difference.",
        "no kind": "without a class",
        "more": "and {} more",
        "source": "Another source only, for {} descriptions",
        ":": ":",
        "type": "class",
    },
}
_COUNTED = {
    "fr": {"added": "ajout", "removed": "retrait", "changed": "changement"},
    "en": {"added": "added", "removed": "removed", "changed": "changed"},
}


def _counted(found: Mapping[str, Sequence[Change]], lang: str) -> str:
    """`8 ajouts, 1 retrait`; what there is none of is not said."""
    parts = []
    for name in ("added", "removed", "changed"):
        number = len(found.get(name, ()))
        if number:
            plural = "s" if lang == "fr" and number > 1 else ""
            parts.append(f"{_number(number, lang)} {_COUNTED[lang][name]}{plural}")
    return ", ".join(parts)


def _number(number: int, lang: str) -> str:
    return f"{number:,}".replace(",", "\u202f" if lang == "fr" else ",")


def _property(predicate: str, words: Mapping[str, str], lang: str) -> str:
    return _SAID[lang]["type"] if predicate == _TYPE else words.get(predicate, curie(predicate))


def _told(change: Change, told: Mapping[str, int], words: Mapping[str, str], lang: str) -> str:
    """What a changed thing said and says, rare changes first: `nom « A » → « B »`; `+ 12` is new, `- 12` is gone."""
    parts = []
    for predicate in sorted(change.what.keys() - {_PROVENANCE}, key=lambda p: (told[p], p)):
        before, after = change.what[predicate]
        gone = ", ".join(_quoted(b, words, lang) for b in sorted((Counter(before) - Counter(after)).elements()))
        new = ", ".join(_quoted(a, words, lang) for a in sorted((Counter(after) - Counter(before)).elements()))
        said = f"{gone} → {new}" if gone and new else f"+ {new}" if new else f"- {gone}"
        parts.append(f"{_property(predicate, words, lang)} {said}")
    return f"{_SAID[lang][':']} {' ; '.join(parts) if lang == 'fr' else '; '.join(parts)}" if parts else ""


def change_words(change: Change, words: Mapping[str, str], lang: str = "fr") -> str:
    """What one changed thing said and says, in a line."""
    return _told(change, Counter(change.what), words, lang).lstrip("\u00a0: ")


def _quoted(value: str, words: Mapping[str, str], lang: str) -> str:
    """A value as a reader wants it: numbers grouped, classes by their label, names in quotation marks."""
    if value.isdigit() and not value.startswith("0"):
        return _number(int(value), lang) if len(value) < 9 else value
    full = expand(value) or ""
    if full in words:
        return words[full]
    if re.fullmatch(r"[\w-]+:\S+|.* \([\w-]+:\S+\)|\d{4}(-\d\d){0,2}", value):
        return value
    return f"« {value} »" if lang == "fr" else f'"{value}"'


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
