"""What an importer wants to write, and how it meets what graph/ says already: descriptions in, whole files out.

An entity is described in exactly one file. Where graph/ describes it elsewhere, the description moves here with all
it says. Where it is described here already, what the source says replaces what it said before; names, remarks and
whatever the source is silent about stay. Claims are the exception: a file's claims are those of its source, no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from maillage.importers.kit.facts import Description, Facts, describe, iri, triples_of
from maillage.importers.kit.known import Known, label_of
from maillage.importers.kit.report import Report
from maillage.terms import DCT, MLG, PREFIXES, RDF, SKOS
from maillage.things.rdf import Literal, NamedNode, Triple
from maillage.things.turtle_writer import write_turtle

_PREF, _ALT, _TYPE = SKOS + "prefLabel", SKOS + "altLabel", RDF + "type"
#: What people add to and an import never takes away.
_KEPT = (_ALT, SKOS + "editorialNote", SKOS + "notation")
#: What belongs to the source alone: not said again means no longer so.
_OWNED = (MLG + "within", MLG + "partlyWithin", MLG + "population", MLG + "inseeCode", DCT + "source")
_CLAIMS = (PREFIXES["claim"], PREFIXES["quotation"])


@dataclass
class Draft:
    """Files under graph/ in the making.

    `owned` holds predicates (IRIs) that belong to this source alone: not said again means no longer so.

    `plain` holds files that are written as they stand (a table a curator mends), by path, whole; None takes one away.
    `leftover` says what becomes of an entity that a file of the draft described before and the source no longer names
    (by default it stays as it is): it takes the IRI and the description, and returns the one to write, empty when the
    entity goes.
    """

    files: dict[str, dict[str, Description]] = field(default_factory=lambda: defaultdict(dict))
    headers: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str | None] = field(default_factory=dict)
    keep_label: set[str] = field(default_factory=set)
    owned: set[str] = field(default_factory=set)
    leftover: Callable[[str, Description], Description] | None = None

    def add(
        self,
        path: str,
        thing: str,
        kinds: str | Iterable[str],
        facts: Facts,
        *,
        keep_label: bool = False,
    ) -> str:
        """Describe a thing (IRI or CURIE) in the file `path` (`territories/communes-54.ttl`); returns its IRI.

        Said again, it gains what is new. With `keep_label` a preferred label that graph/ has already stays, and
        the one given here becomes another name.
        """
        subject, said = iri(thing), describe(kinds, facts)
        before = self.files[path].setdefault(subject, {})
        for predicate, terms in said.items():
            before.setdefault(predicate, set()).update(terms)
        if keep_label:
            self.keep_label.add(subject)
        return subject

    def header(self, path: str, *lines: str) -> None:
        """The comment on top of a file, one line each."""
        self.headers[path] = "\n".join(f"# {line}".rstrip() for line in lines)

    @property
    def subjects(self) -> dict[str, str]:
        """Each described thing -> its file."""
        return {subject: path for path, things in self.files.items() for subject in things}


@dataclass
class Merged:
    """Whole files: path below graph/ -> text (None: the file goes, nothing is left in it); what moved, what stayed."""

    texts: dict[str, str | None] = field(default_factory=dict)
    moved: list[tuple[str, str, str]] = field(default_factory=list)
    kept: list[tuple[str, str]] = field(default_factory=list)
    dropped_claims: int = 0
    former_claims: int = 0


def merge(draft: Draft, known: Known, report: Report) -> Merged:
    """The draft laid over what graph/ says."""
    out = Merged()
    home = draft.subjects
    rewritten: dict[str, set[str]] = defaultdict(set)
    for path, things in report.track(draft.files.items(), "writing", len(draft.files)):
        said = {subject: _meet(subject, new, known.says(subject), draft) for subject, new in things.items()}
        for subject in things:
            source = known.home.get(subject)
            if source is not None and source != path:
                out.moved.append((subject, source, path))
                rewritten[source].add(subject)
        for subject, old in known.described.get(path, {}).items():
            out.former_claims += subject.startswith(_CLAIMS)
            if subject in home:
                continue
            if subject.startswith(_CLAIMS):
                out.dropped_claims += 1
                continue
            left = draft.leftover(subject, old) if draft.leftover else old
            if left:
                out.kept.append((subject, path))
                said[subject] = left
        file = known.files.get(path)
        header = draft.headers.get(path, file.header if file else "")
        triples = [triple for subject, facts in said.items() for triple in triples_of(subject, facts)]
        prefixes = file.prefixes if file else None
        out.texts[path] = write_turtle(triples, prefixes=prefixes, header=header) if triples else None
    for path, gone in rewritten.items():
        if path not in draft.files:
            out.texts[path] = _without(known, path, gone)
    out.texts.update(draft.plain)
    return out


def _without(known: Known, path: str, gone: set[str]) -> str | None:
    file = known.files[path]
    triples: list[Triple] = [
        t for t in file.triples if not (isinstance(t.subject, NamedNode) and t.subject.value in gone)
    ]
    return write_turtle(triples, prefixes=file.prefixes, header=file.header) if triples else None


def _meet(subject: str, new: Description, old: Description, draft: Draft) -> Description:
    """One thing: what the draft says, laid over what graph/ said."""
    if NamedNode(MLG + "Document") in new[_TYPE] or subject.startswith(_CLAIMS):
        return new
    out = {predicate: set(terms) for predicate, terms in old.items() if predicate not in {*_OWNED, *draft.owned}}
    for predicate, terms in new.items():
        out[predicate] = out.get(predicate, set()) | terms if predicate in _KEPT else set(terms)
    if subject in draft.keep_label and label_of(old):
        out[_PREF] = set(old[_PREF])
    pref = {t for t in out.get(_PREF, set()) if isinstance(t, Literal)}
    languages = {t.language for t in pref}
    former = {t for t in old.get(_PREF, set()) | new.get(_PREF, set()) if isinstance(t, Literal)}
    out[_PREF] = {*pref, *(t for t in former if t.language not in languages)}
    alternatives = (out.get(_ALT, set()) | former) - out[_PREF]
    for predicate, terms in ((_ALT, alternatives), (_PREF, out[_PREF])):
        if terms:
            out[predicate] = terms
        else:
            out.pop(predicate, None)
    return out
