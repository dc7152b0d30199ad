"""Statements: the triples of a profile come in; each claim as a line a reader understands, and its sentences, go out.

Nothing here knows agencies or contracts. The two ends of a claim are what the ontology declares (`mlg:edgeFrom`,
`mlg:edgeTo`); every other property is a detail under its own label. Only what a number or a date looks like is written
here: an amount with its currency, a value with its comparator, a start with its end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from maillage.naming.names import Names
from maillage.naming.normalise import normalised
from maillage.store.port import Store
from maillage.terms import DCT, EDTF, MLG, OA, OWL, PREFIXES, RDF, SCHEMA, SKOS, VOID, XSD
from maillage.things.rdf import Literal, NamedNode, Term, Triple
from maillage.views.card_model import Detail, Line, Quote, Ref
from maillage.views.when import date_words, period_words
from maillage.views.words import number_words, words

START, END = SCHEMA + "startDate", SCHEMA + "endDate"
_MODALITY, _CERTAINTY, _ORIGIN = MLG + "modality", MLG + "certainty", MLG + "origin"
#: What a line says only when it is otherwise: a claim is done, said by its source, read or taken from a register.
_USUAL = {
    PREFIXES[key.partition(":")[0]] + key.partition(":")[2]
    for key in ("modality:done", "certainty:explicit", "origin:curated", "origin:register")
}
#: The concept that names the tie: claims of a class are grouped by it.
TIES = (PREFIXES["cv"] + "role", MLG + "relation")
#: The ends of what is derived from claims; claim classes declare theirs in the ontology.
_COORDINATION = {MLG + "Coordination": (MLG + "between", MLG + "through")}
_FROM, _UNTIL, _KNOWN = MLG + "from", MLG + "until", MLG + "datesKnown"
#: What an arrangement is said to have when a date of its period is only planned.
_PLANNED = (MLG + "startPlanned", MLG + "endPlanned")
_BOUNDED = ("start", "end", "signed", "asOf", "effectiveStart", "effectiveEnd", "inForceFrom", "inForceUntil")
#: Never details: types, proofs and what follows from them (sentences are shown), and the day bounds derived from dates
#: that the source says better.
_ASIDE = {RDF + "type", MLG + "evidence", MLG + "kind", PREFIXES["prov"] + "wasDerivedFrom"} | {
    MLG + name
    for name in (
        *(f"{what}{side}" for what in _BOUNDED for side in ("Earliest", "Latest")),
        *("endOpen", "startPlanned", "endPlanned", "effectiveOpen", "effectivePlanned", "inForceOpen"),
        *("inDocument", "ofOrigin"),
    )
}
#: What other data sets call a thing: the same, or more or less.
_LINKS = (OWL + "sameAs", SCHEMA + "sameAs")
#: A curator's remark closes a line.
_NOTE = SKOS + "editorialNote"
_DATES = {XSD + name for name in ("date", "gYearMonth", "gYear")} | {EDTF}
_NUMBERS = {XSD + name for name in ("integer", "decimal", "double")}


class Said:
    """What a profile says, ready to be laid out in one language."""

    def __init__(
        self, triples: Iterable[Triple], store: Store, names: Names, lang: str, rank: Mapping[str, int] | None = None
    ) -> None:
        self.store, self.names, self.lang, self.words = store, names, lang, words(lang)
        self.rank = rank or {}
        self.facts: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        for triple in triples:
            self.facts[triple.subject.value][triple.predicate.value].append(triple.object)
        starts = {t.subject.value: t.object.value for t in store.values(None, MLG + "edgeFrom")}
        ends = {t.subject.value: t.object.value for t in store.values(None, MLG + "edgeTo")}
        self.classes: dict[str, tuple[str, ...]] = {
            **{kind: (start, *([ends[kind]] if kind in ends else [])) for kind, start in starts.items()},
            **_COORDINATION,
        }

    def label(self, iri: str) -> str:
        """The name of a thing, class or property; RDF's own terms, which the vocabulary does not name, in our words."""
        said = self.names.label(iri, self.lang)
        return str(self.words["terms"].get(said, said))

    def of(self, subject: str, predicate: str) -> list[Term]:
        """The values the profile gives."""
        return self.facts[subject][predicate] if subject in self.facts and predicate in self.facts[subject] else []

    def iris(self, subject: str, predicate: str) -> list[str]:
        """Those of them that are things."""
        return [term.value for term in self.of(subject, predicate) if isinstance(term, NamedNode)]

    def kind(self, subject: str) -> str | None:
        """The class of claims (or of derived facts) a subject is of, if any."""
        return next((kind for kind in sorted(self.names.types(subject)) if kind in self.classes), None)

    def statements(self) -> list[str]:
        """Every claim the profile gives."""
        return sorted(subject for subject in self.facts if self.kind(subject) is not None)

    def ref(self, term: Term, note: str = "") -> Ref:
        """A term as something to read."""
        if isinstance(term, NamedNode):
            kinds, label = self.names.kinds(term.value), self.label(term.value)
            known = bool(kinds) or label != term.value or bool(self.names.types(term.value))
            return Ref(
                label,
                term.value,
                self.label(kinds[0]) if kinds else "",
                note,
                None if known or not term.value.startswith(("http://", "https://")) else term.value,
            )
        if not isinstance(term, Literal):
            return Ref(str(term), note=note)
        if term.datatype.value in _DATES:
            return Ref(date_words(term.value, self.lang), note=note)
        if term.datatype.value == XSD + "boolean":
            return Ref(self.words["yes" if term.value in ("true", "1") else "no"], note=note)
        if term.datatype.value in _NUMBERS:
            return Ref(number_words(term.value, self.lang), note=note)
        return Ref(term.value, note=note)

    def refs(self, terms: Iterable[Term]) -> tuple[Ref, ...]:
        """Several of them, by name."""
        return tuple(sorted(map(self.ref, terms), key=lambda ref: (normalised(ref.text), ref.text, ref.iri or "")))

    def spoken(self, terms: list[Term]) -> list[Term]:
        """Of texts in several languages, those in the language of the card, if there are any."""
        languages = {term.language for term in terms if isinstance(term, Literal) and term.language}
        if self.lang not in languages or len(languages) == 1:
            return terms
        return [t for t in terms if not isinstance(t, Literal) or t.language in (None, self.lang)]

    def period(self, subject: str) -> str:
        """When a thing is, in words; empty when its dates are not said."""
        start, end = (next((t.value for t in self.of(subject, p)), None) for p in (START, END))
        return period_words(start, end, self.lang)

    def details(self, subject: str, skip: Iterable[str] = ()) -> list[Detail]:
        """The properties of a claim or thing in words, composed numbers and dates first."""
        left = dict(self.facts[subject]) if subject in self.facts else {}
        for predicate in {*skip, *_ASIDE}:
            left.pop(predicate, None)
        out = [*self._composed(left, subject)]
        for predicate in sorted(left, key=lambda p: (p == _NOTE, self.rank.get(p, 10**6), p)):
            values = self.refs(term for term in self.spoken(left[predicate]) if not _blank(term))
            if values:
                out.append(Detail(self.label(predicate), values, predicate))
        return out

    def _composed(self, left: dict[str, list[Term]], subject: str) -> Iterable[Detail]:
        """What is one thing to a reader and several properties to the graph; takes them out of `left`."""

        def take(*predicates: str) -> list[str | None]:
            return [next((t.value for t in left.pop(p, [])), None) for p in predicates]

        label = self.label
        if MLG + "value" in left:
            indicator, value, comparator, unit = take(
                MLG + "indicator", MLG + "value", MLG + "comparator", MLG + "unit"
            )
            name = label(indicator or MLG + "value")
            said = number_words(value or "", self.lang)
            said += f"\u00a0{unit}" if unit == "%" else f" {unit}" if unit and unit != name else ""
            form = self.words["comparators"].get(comparator or "=", "{}")
            yield Detail(name, (Ref(form.format(said), indicator),), MLG + "value")
        if MLG + "amountKind" in left:
            least, most, exact, currency, kind = take(
                *(MLG + name for name in ("amountMin", "amountMax", "amount", "currency", "amountKind"))
            )
            said = self._amount(exact, least, most, currency)
            kind_words = label(kind or "")
            text = f"{said} ({kind_words})" if said else kind_words
            yield Detail(label(MLG + "amount"), (Ref(text, kind),), MLG + "amount")
        if START in left or END in left:
            left.pop(START, None)
            left.pop(END, None)
            note = f" ({self.words['datesPlanned']})" if self._any(subject, *_PLANNED) else ""
            yield Detail(self.words["dates"], (Ref(self.period(subject) + note),), START)
        links = [
            *((term, "") for term in left.pop(_LINKS[0], [])),
            *((term, "alike") for term in left.pop(_LINKS[1], [])),
        ]
        if links:
            refs = [self._link(term, str(self.words[word]) if word else "") for term, word in links]
            yield Detail(self.words["links"], tuple(sorted(refs, key=lambda ref: (ref.note, ref.text))), _LINKS[0])

    def _link(self, term: Term, note: str) -> Ref:
        """What another data set calls the thing, as people write it: "Wikidata Q90"."""
        for triple in self.store.values(None, VOID + "uriSpace"):
            if term.value.startswith(triple.object.value):
                rest = term.value.removeprefix(triple.object.value).strip("/")
                return Ref(f"{self.label(triple.subject.value)} {rest}", term.value, "", note, term.value)
        return replace(self.ref(term), note=note)

    def _amount(self, exact: str | None, least: str | None, most: str | None, currency: str | None) -> str:
        def money(value: str) -> str:
            number = number_words(value, self.lang)
            form = self.words["money"] if currency == "EUR" else f"{{}} {currency or ''}"
            return str(form.format(number)).strip()

        if exact:
            return money(exact)
        if least and most:
            return str(self.words["range"].format(money(least), money(most)))
        one = least or most
        return str(self.words["atLeast" if least else "atMost"].format(money(one))) if one else ""

    def line(self, claim: str, this: str, expected: Iterable[str] = ()) -> Line:
        """A claim on the card of `this`, or on its own when that is empty; of `expected`, the absent are said so."""
        kind = self.kind(claim) or ""
        ends = self.classes.get(kind, ())
        tie = next((iri for predicate in TIES for iri in self.iris(claim, predicate)), "")
        shown = []
        for predicate in ends:
            values = self.of(claim, predicate)
            rest = [term for term in values if term.value != this]
            if kind in _COORDINATION and len(rest) < len(values):
                continue  # the partner heads the group
            # One of several stays in the list, or "a and b" would read as "b" alone.
            shown.append(self.refs(rest if len(values) == 1 else values))
        marks = [
            self.label(iri)
            for predicate in (_MODALITY, _CERTAINTY, _ORIGIN)
            for iri in self.iris(claim, predicate)
            if iri not in _USUAL
        ]
        aside = {*ends, *TIES, _MODALITY, _CERTAINTY, _ORIGIN, START, END, _FROM, _UNTIL, _KNOWN}
        details = [d for d in self.details(claim, aside) if any(ref.iri != this for ref in d.values)]
        missing = [p for p in expected if p != START and not self.of(claim, p)]
        details += [Detail(self.label(p), (Ref(self.words["unsaid"]),), p) for p in missing]
        when = self._when(claim, this, [ref.iri for refs in shown for ref in refs if ref.iri], START in expected)
        lead = "" if this else " · ".join(self.label(iri) for iri in (kind, tie) if iri)
        return Line(claim, kind, tie, tuple(refs for refs in shown if refs), tuple(marks), when, tuple(details), lead)

    def _when(self, claim: str, this: str, others: list[str], expected: bool) -> str:
        """The claim's own dates, else those of what it binds; else that they are not said."""
        if self.kind(claim) in _COORDINATION:
            start, end = (next((t.value for t in self.of(claim, p)), None) for p in (_FROM, _UNTIL))
            known = any(t.value == "true" for t in self.of(claim, _KNOWN))
            said = period_words(start, f"/{end}" if end == ".." else end, self.lang)
            proofs = (t.object.value for t in self.store.values(claim, PREFIXES["prov"] + "wasDerivedFrom"))
            planned = any(self._any(proof, MLG + "effectivePlanned") for proof in proofs)
            if said and not known and (planned or (start and end)):
                said += f" ({self.words['datesPlanned' if planned else 'datesPartly']})"
            return said or str(self.words["dateUnknown"])
        own = self.period(claim)
        if own:
            return own
        signed = MLG + "signedOn"
        for other in (*others, *self.iris(claim, MLG + "inArrangement")):
            dated = self.period(other) or next((date_words(t.value, self.lang) for t in self.of(other, signed)), "")
            if dated:
                # Of the thing of the card itself, the top of the page says them.
                of = self.words["ofArrangementPlanned" if self._any(other, *_PLANNED) else "ofArrangement"]
                return "" if other == this else f"{dated} ({of}{self._according(other, claim)})"
        return str(self.words["dateUnknown"]) if expected and not self.of(claim, MLG + "asOf") else ""

    def _according(self, arrangement: str, claim: str) -> str:
        """Whose dates an arrangement has, where the documents of the claim say none: no source speaks for another."""
        dating = {
            state.subject.value
            for state in self.store.values(None, MLG + "inArrangement", arrangement)
            if self._any(state.subject.value, START, END, MLG + "signedOn")
        }
        told = {document for state in dating for document in self._documents(state)}
        if not told or told & self._documents(claim):
            return ""
        return str(self.words["according"]).format(min(self.label(document) for document in told))

    def _documents(self, claim: str) -> set[str]:
        """The whole documents that prove a claim."""
        proofs = {t.object.value for t in self.store.values(claim, MLG + "evidence")}
        quoted = {t.object.value for proof in proofs for t in self.store.values(proof, MLG + "document")}
        return {self._whole(document) for document in quoted or proofs}

    def _any(self, subject: str, *predicates: str) -> bool:
        """Whether the store says one of these of a thing."""
        return any(True for predicate in predicates for _ in self.store.values(subject, predicate))

    def quotes(self, claim: str) -> tuple[Quote, ...]:
        """The sentences that prove a claim, in reading order; the address of a document is read from the store."""
        found = [self.quote(iri) for iri in self.iris(claim, MLG + "evidence") if iri in self.facts]
        return tuple(sorted(found, key=lambda q: (q.document.iri or "", q.start or 0, q.end or 0, q.iri)))

    def quote(self, evidence: str) -> Quote:
        """A quotation, or a register that stands as proof by itself."""
        exact = next((t.value for t in self.of(evidence, OA + "exact")), None)
        part = next(iter(self.iris(evidence, MLG + "document")), evidence)
        whole = self._whole(part)
        source = next((t.object for t in self.store.values(whole, DCT + "source")), None)
        start, end = (next((int(t.value) for t in self.of(evidence, OA + p)), None) for p in ("start", "end"))
        return Quote(
            evidence,
            exact or "",
            Ref(self.label(whole), whole),
            self.label(part) if part != whole else None,
            source.value if source is not None and source.value.startswith(("http://", "https://")) else None,
            start if exact is not None else None,
            end if exact is not None else None,
        )

    def _whole(self, document: str) -> str:
        """The document a part belongs to; a part of a part too."""
        seen = {document}
        while True:
            above = sorted(t.object.value for t in self.store.values(document, DCT + "isPartOf"))
            document_above = [iri for iri in above if MLG + "Document" in self.names.types(iri) and iri not in seen]
            if not document_above:
                return document
            document = document_above[0]
            seen.add(document)

    def coordinating(self, concept: str) -> tuple[int, int]:
        """For the order of roles: those that bind first, those that last before those that pass."""
        flags = (MLG + "coordinating", MLG + "lasting")
        a, b = (any(t.object.value == "true" for t in self.store.values(concept, flag)) for flag in flags)
        return -int(a), -int(b)

    def directed(self, concept: str) -> bool:
        """Whether a tie reads one way only: a relation names its shortcut property, a role does not."""
        return any(True for _ in self.store.values(concept, MLG + "shortcut"))


def _blank(term: Term) -> bool:
    return not isinstance(term, NamedNode | Literal)
