"""Cards: a thing and the triples of its profile come in; its card, laid out in words, goes out.

What to show is the profile query's: its CONSTRUCT says which facts and claims, the order in which it names properties
and classes is the order of the card, and its header says which absences are told (`expected`), what the way back along
a property is called (`inverse`), and whether claims come in reading order (`reading`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from maillage.asking.catalogue import Catalogue, Query
from maillage.asking.profiles import derived_facts, order_of, profile_triples, profiles_of
from maillage.naming.names import Names
from maillage.naming.normalise import normalised
from maillage.network.legend import TABLE
from maillage.store.port import Store
from maillage.terms import DCT, MLG, OA, OWL, PREFIXES, SKOS, curie, expand
from maillage.things.rdf import Literal, NamedNode, Triple
from maillage.views.card_model import Block, Card, Detail, Group, Line, Quote, Ref, Section
from maillage.views.statements import END, START, TIES, Said
from maillage.views.words import words

_FEW = 3
#: Where it is known from, and what the curator adds, close the facts.
_LAST = (DCT + "source", SKOS + "editorialNote")
_COORDINATION = MLG + "Coordination"


def make_card(iri: str, catalogue: Catalogue, store: Store, names: Names, lang: str = "fr") -> Card:
    """The card of a thing.

    Parameters
    ----------
    iri:
        The thing; `maillage.naming.names.Names.resolve` finds it by name.
    lang:
        ``fr`` or ``en``.

    Raises
    ------
    MaillageError
        For another language, or a profile that is not written right.
    """
    words(lang)
    profiles = profiles_of(iri, catalogue, store, names)
    return _Maker(iri, profiles, profile_triples(iri, profiles, store), store, names, lang).card()


class _Maker:
    """The making of one card."""

    def __init__(
        self, iri: str, profiles: list[Query], triples: list[Triple], store: Store, names: Names, lang: str
    ) -> None:
        self.this, self.profiles, self.names, self.lang, self.words = iri, profiles, names, lang, words(lang)
        self.rank = order_of(profiles)
        self.said = Said(triples, store, names, lang, self.rank)
        self.inverse = {expand(p) or p: w for q in profiles for p, w in (q.header.get("inverse") or {}).items()}
        self.expected: dict[str, list[str]] = defaultdict(list)
        for query in profiles:
            for kind, missing in (query.header.get("expected") or {}).items():
                self.expected[expand(kind) or kind] += [expand(p) or p for p in missing]
        self.derived = derived_facts(iri, store)
        self.statements = set(self.said.statements())
        self.claims = sorted(self.statements - {iri})
        for place, predicate in enumerate((*self.said.classes.get(self.said.kind(iri) or "", ()), *TIES)):
            self.rank.setdefault(predicate, place - 100)  # on the card of a claim its ends come first

    def card(self) -> Card:
        """The card."""
        rows, around = self._around()
        facts = sorted([*self._facts(), *rows], key=lambda detail: detail.property in _LAST)
        sections = [*around, *(self._reading() if self._is_reading() else self._sections())]
        sections.sort(key=lambda section: self._place(section.about))
        return Card(
            self.this, self._curie(), self._title(), self.lang, self._kinds(), self._family(),
            tuple(query.name for query in self.profiles), tuple(facts), self._quotes(), tuple(sections),
        )  # fmt: skip

    def _title(self) -> str:
        label = self.names.label(self.this, self.lang)
        kind = self.said.kind(self.this)
        if kind is None or label != curie(self.this):
            return label
        ends = (self.said.of(self.this, predicate) for predicate in self.said.classes[kind])
        return " → ".join(", ".join(self.said.ref(term).text for term in terms) for terms in ends if terms)

    def _curie(self) -> str:
        """What the command line takes for the thing; a claim's local name holds a slash, which Turtle would escape."""
        short = curie(self.this)
        spaces = (item for item in PREFIXES.items() if self.this.startswith(item[1]))
        prefix, namespace = max(spaces, key=lambda item: len(item[1]), default=("", ""))
        return short if short != self.this or not prefix else f"{prefix}:{self.this[len(namespace) :]}"

    def _kinds(self) -> tuple[Ref, ...]:
        kinds = self.names.kinds(self.this)
        if not kinds:
            scheme = self.said.iris(self.this, SKOS + "inScheme")
            types = self.names.types(self.this)
            known = sorted(t for t in types if t in (OWL + "Class", SKOS + "ConceptScheme"))
            kinds = scheme or known or sorted(types)[:1]
        return tuple(self.said.ref(NamedNode(kind)) for kind in kinds)

    def _family(self) -> str:
        types = self.names.types(self.this)
        return next((look.family for look in TABLE if expand(look.family) in types), "")

    def _quotes(self) -> tuple[Quote, ...]:
        if self.said.of(self.this, OA + "exact"):
            return (self.said.quote(self.this),)
        return self.said.quotes(self.this)

    def _facts(self) -> list[Detail]:
        """What is said of the thing directly, what is derived marked so, what is expected and absent said so."""
        skip = [OA + "exact"] if self.said.of(self.this, OA + "exact") else []
        out = []
        for detail in self.said.details(self.this, skip):
            derived = self.derived.get(detail.property) or (detail.property == START and self.derived.get(END)) or set()
            values = tuple(self._noted(ref, derived) for ref in detail.values)
            out.append(Detail(detail.label, values, detail.property))
        there = {detail.property for detail in out}
        for kind, properties in self.expected.items():
            for predicate in properties if kind in self.names.types(self.this) else ():
                if predicate not in there:
                    there.add(predicate)
                    label = self.words["dates"] if predicate == START else self.said.label(predicate)
                    out.append(Detail(label, (Ref(self._absent(predicate)),), predicate))
        return sorted(out, key=lambda detail: self._place(detail.property))

    def _noted(self, ref: Ref, derived: Iterable[str]) -> Ref:
        notes = []
        if derived and not (ref.iri and ref.iri not in derived):
            notes.append(str(self.words["derived"]))
        if ref.iri and any(True for _ in self.said.store.values(ref.iri, MLG + "perimeterDeduced")):
            notes.append(str(self.words["perimeterDeduced"]))
        return Ref(ref.text, ref.iri, ref.kind, " ; ".join(notes), ref.address) if notes else ref

    def _absent(self, predicate: str) -> str:
        """Unsaid, or said by claims that do not agree or only plan it."""
        told = (
            claim
            for claim in self.claims
            if self.said.of(claim, predicate) and self.this in self.said.iris(claim, self._ends(claim)[0])
        )
        unsaid = "unsaidDates" if predicate == START else "unsaid"
        return str(self.words["unsettled" if any(told) else unsaid])

    def _around(self) -> tuple[list[Detail], list[Section]]:
        """What points at the thing (or at what lies within it): rows for a few, sections for more."""
        found: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for subject in self.said.facts if self.inverse else ():
            for predicate in self.inverse if subject != self.this else ():
                places = self.said.iris(subject, predicate)
                # Claims have sections of their own, but on the card of another claim.
                tied = self.this in self.statements and self.this in places
                if places and (subject not in self.statements or tied):
                    found[predicate][subject] = places
        rows, sections = [], []
        for predicate, subjects in found.items():
            title = self.inverse[predicate].get(self.lang) or self.inverse[predicate]["fr"]
            refs = sorted((self._pointing(*pair, predicate) for pair in subjects.items()), key=self._order)
            if len(refs) <= _FEW:
                rows.append(Detail(title, tuple(refs), predicate))
            else:
                sections.append(self._listed(title, refs, predicate))
        return sorted(rows, key=lambda row: self._place(row.property)), sections

    def _listed(self, title: str, refs: list[Ref], predicate: str) -> Section:
        """Many things, by kind; what is true of all of them is said once."""
        note = refs[0].note if len({ref.note for ref in refs}) == 1 else ""
        own = {kind.text for kind in self._kinds()}
        by_kind: dict[str, list[Line]] = defaultdict(list)
        for ref in refs:
            kind = "" if ref.kind in own else ref.kind  # the parts of a document need not be called documents
            plain = Ref(ref.text, ref.iri, kind, "" if note else ref.note, ref.address)
            by_kind[kind].append(Line(ref.iri or "", "", "", ((plain,),)))
        kinds = sorted(by_kind, key=normalised)
        groups = tuple(Group(kind, (Block(tuple(by_kind[kind])),)) for kind in kinds)
        return Section(title, groups, predicate, note)

    def _pointing(self, subject: str, places: list[str], predicate: str) -> Ref:
        """What points at the thing, or at what lies within it, which is then said."""
        ref = self.said.ref(NamedNode(subject))
        note = "" if self.this in places else ", ".join(sorted(self.said.label(place) for place in places))
        note = "" if note == ref.text else note
        if subject in self.derived.get("^" + predicate, ()):
            note = str(self.words["derived"])
        return Ref(ref.text, ref.iri, ref.kind, note, ref.address)

    def _order(self, ref: Ref) -> tuple[int, str, str]:
        """Parts by their number, other things by name."""
        numbers = [
            int(term.value)
            for terms in self.said.facts[ref.iri or ""].values()
            for term in terms
            if isinstance(term, Literal) and term.value.isdigit()
        ]
        return min(numbers, default=0), normalised(ref.text), ref.iri or ""

    def _is_reading(self) -> bool:
        return any(query.header.get("reading") for query in self.profiles)

    def _reading(self) -> list[Section]:
        """Claims in the order of the text, under the part that says them."""
        groups: dict[str, list[Block]] = defaultdict(list)
        for block in self._blocks(self.claims, whole=True):
            first = block.quotes[0] if block.quotes else None
            groups[(first.part or first.document.text) if first else ""].append(block)
        counts: dict[str, int] = defaultdict(int)
        for claim in self.claims:
            counts[self.said.label(self.said.kind(claim) or "")] += 1
        if not groups:
            return []
        note = ", ".join(f"{kind.lower()} {n}" for kind, n in sorted(counts.items()))
        made = tuple(Group(title if len(groups) > 1 else "", tuple(blocks)) for title, blocks in groups.items())
        return [Section(self.words["claims"], made, MLG + "Claim", note)]

    def _sections(self) -> list[Section]:
        """Claims by class, and inside by the concept that ties, or by the end that is shown."""
        by_class: dict[str, list[str]] = defaultdict(list)
        for claim in self.claims:
            by_class[self.said.kind(claim) or ""].append(claim)
        out = []
        for kind, claims in by_class.items():
            sides = {self._side(claim) for claim in claims}
            groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
            for claim in claims:
                groups[self._group(claim, kind, sides)].append(claim)
            headings = sorted(
                groups, key=lambda key: (self.said.coordinating(key[0]) if key[0] else (0, 0), normalised(key[1]), key)
            )
            made = tuple(Group(key[1], self._blocks(groups[key]), key[0] or None) for key in headings)
            note = str(self.words["derivedSection"]) if kind == _COORDINATION else ""
            title = self.said.label(kind)
            if len(made) == 1 and made[0].iri is None and made[0].title:
                title, made = f"{title} — {made[0].title}", (Group("", made[0].blocks),)
            out.append(Section(title, made, kind, note))
        return out

    def _ends(self, claim: str) -> tuple[str, ...]:
        return self.said.classes[self.said.kind(claim) or ""]

    def _side(self, claim: str) -> str:
        """The property by which the claim has the thing of the card at an end; empty when it stands at none."""
        return next((p for p in self._ends(claim) if self.this in self.said.iris(claim, p)), "")

    def _group(self, claim: str, kind: str, sides: set[str]) -> tuple[str, str]:
        """The concept a claim is grouped by, and the heading."""
        side, ends = self._side(claim), self._ends(claim)
        others = [p for p in ends if p != side]
        if kind == _COORDINATION and side == ends[0]:
            partner = next((iri for iri in self.said.iris(claim, side) if iri != self.this), "")
            return partner, self.said.label(partner)
        where = " → ".join(self.said.label(p) for p in others)
        tie = next((iri for p in TIES for iri in self.said.iris(claim, p)), "")
        if not tie:
            return "", where if len(ends) > 1 else ""
        label = self.said.label(tie)
        if tie == self.this:
            return tie, ""
        if self.said.directed(tie) and side:
            return tie, f"{label} …" if side == ends[0] else f"… {label} {self.names.short(self.this, self.lang)}"
        return tie, f"{label} · {where}" if len(sides) > 1 and side else label

    def _blocks(self, claims: Sequence[str], whole: bool = False) -> tuple[Block, ...]:
        """Claims that the same sentences prove, together, in reading order."""
        blocks: dict[tuple[Quote, ...], list[str]] = defaultdict(list)
        for claim in claims:
            blocks[self.said.quotes(claim)].append(claim)

        def order(quotes: tuple[Quote, ...]) -> tuple[tuple[str, int, int, str], ...]:
            return tuple((q.document.iri or "", q.start or 0, q.end or 0, q.iri) for q in quotes)

        out = []
        for quotes in sorted(blocks, key=order):
            this = "" if whole else self.this
            lines = [self.said.line(claim, this, self._expected(claim)) for claim in blocks[quotes]]
            # The card of a quotation has it above.
            others = tuple(quote for quote in quotes if quote.iri != self.this)
            out.append(Block(tuple(sorted(lines, key=self._line_order)), others))
        return tuple(out)

    def _line_order(self, line: Line) -> tuple[tuple[int, str], list[str], str]:
        return self._place(line.kind), [normalised(ref.text) for refs in line.ends for ref in refs], line.iri

    def _expected(self, claim: str) -> list[str]:
        return self.expected.get(self.said.kind(claim) or "", [])

    def _place(self, iri: str) -> tuple[int, str]:
        return self.rank.get(iri, 10**6), iri
