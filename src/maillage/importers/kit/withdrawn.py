"""Withdrawn things in what an importer drafts: they are left out, with the claims that name them, and counted."""

from __future__ import annotations

from maillage.importers.kit.draft import Draft
from maillage.importers.kit.report import Report
from maillage.naming.withdrawn import FILE, Withdrawn
from maillage.pipeline.withdrawn import NAMES
from maillage.terms import PREFIXES
from maillage.things.rdf import Literal, NamedNode, Term


def leave_out(draft: Draft, withdrawn: Withdrawn, report: Report) -> None:
    """Take out of a draft what falls under the list, and say how much; nothing is said of what it was."""
    if not withdrawn:
        return
    gone = {
        subject
        for things in draft.files.values()
        for subject, said in things.items()
        if withdrawn.covers(subject) or any(_names(term, withdrawn) for p in NAMES[:2] for term in said.get(p, ()))
    }
    before = sum(map(len, draft.files.values()))
    for things in draft.files.values():
        for subject in list(things):
            if subject in gone or (subject.startswith(PREFIXES["claim"]) and _points(things[subject], gone)):
                del things[subject]
                continue
            for predicate, terms in list(things[subject].items()):
                kept = {t for t in terms if not _is(t, gone) and not (predicate in NAMES and _names(t, withdrawn))}
                things[subject][predicate] = kept
                if not kept:
                    del things[subject][predicate]
    if left := before - sum(map(len, draft.files.values())):
        report.remark(f"{left} things or claims fall under {FILE} and are left out.")


def _names(term: Term, withdrawn: Withdrawn) -> bool:
    return isinstance(term, Literal) and withdrawn.covers(term.value)


def _is(term: Term, gone: set[str]) -> bool:
    return isinstance(term, NamedNode) and term.value in gone


def _points(said: dict[str, set[Term]], gone: set[str]) -> bool:
    return any(_is(term, gone) for terms in said.values() for term in terms)
