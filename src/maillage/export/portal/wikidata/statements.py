"""Proposals for Wikidata: the facts of a bundle come in; QuickStatements commands about bodies and contracts go out.

Only what a public page says: each statement bears its address (S854) and the day it was read (S813). Items that are the
same as one of our bodies (`owl:sameAs`) get statements; a body without an item is proposed when it has an official
code and takes part in something, a contract when a page tells a date or a signatory of it. Persons never.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import quote

from maillage.export.portal.facts import Facts
from maillage.export.portal.wikidata.properties import WIKIDATA
from maillage.terms import DCT, DEF, MLG, OWL, PREFIXES, SCHEMA, SKOS, XSD
from maillage.things.rdf import Literal

_CV = PREFIXES["cv"]
_SAME, _LIKE = OWL + "sameAs", SCHEMA + "sameAs"
_ROR = "https://ror.org/"
#: Codes of bodies -> the property; what a code looks like is checked in the graph.
_CODES = {MLG + "siren": "P1616", MLG + "finess": "P4058"}
_DAYS = {MLG + "signedOn": "P585", SCHEMA + "startDate": "P580", SCHEMA + "endDate": "P582"}
#: Days of a contract that a claim must tell as done, and not as inferred.
_DONE = {f"{DEF}modality/done", f"{DEF}modality/ongoing"}
_FRANCE, _CONTRACT = "Q142", "Q93288"
#: Bodies that are no candidates: the item of a commune stands for its municipality, an unnamed office is no body.
_NEVER = (MLG + "Municipality", MLG + "Office")
_FORMS = {XSD + "date": (10, "", 11), XSD + "gYearMonth": (7, "-00", 10), XSD + "gYear": (4, "-00-00", 9)}


def bodies(facts: Facts) -> str:
    """Statements on the items that are the same as one of our bodies."""
    lines: list[str] = []
    for body in _actors(facts):
        items = _items(facts, body, (_SAME,))
        if len(items) == 1:
            lines += [_line(items[0], *said) for said in _of_body(facts, body)]
    return _text(lines)


def new_bodies(facts: Facts) -> str:
    """Items to create: bodies with an official code that a public register tells, and no item."""
    return _text(_created(_new(facts)))


def codes_of_new(facts: Facts) -> list[tuple[str, str]]:
    """The codes of these bodies: property and code."""
    said = (one for _, statements in _new(facts) for one in statements)
    return sorted({(prop, value.strip('"')) for prop, value, *_ in said if prop in _CODES.values()})


def new_contracts(facts: Facts) -> str:
    """Items to create: contracts of which a public page tells a date or a signatory."""
    return _text(_created(_contracts(facts)))


def names_of_contracts(facts: Facts) -> list[str]:
    """The names of these contracts."""
    return sorted({words[0][1].strip('"') for words, _ in _contracts(facts)})


Words = list[tuple[str, str]]
#: Property, value, address of the page, day it was read.
Said = tuple[str, str, str, str]


def _created(found: Iterator[tuple[Words, list[Said]]]) -> list[str]:
    lines: list[str] = []
    for words, statements in found:
        lines += ["CREATE", *(f"LAST\t{what}\t{value}" for what, value in words)]
        lines += [_line("LAST", *said) for said in statements]
    return lines


def _actors(facts: Facts) -> Iterator[str]:
    never = {one for kind in _NEVER for one in facts.of_kind(kind)}
    return (one for one in facts.of_kind(MLG + "Actor") if one not in never)


def _new(facts: Facts) -> Iterator[tuple[Words, list[Said]]]:
    parties = {
        party for one in facts.of_kind(MLG + "Participation") for party in facts.values(one, _CV + "hasParticipant")
    }
    for body in _actors(facts):
        governed = facts.values(body, MLG + "governs")
        linked = any(_items(facts, one, (_SAME, _LIKE)) for one in (body, *governed))
        if body not in parties or linked or facts.values(body, DCT + "isReplacedBy"):
            continue
        said = [one for one in _of_body(facts, body) if one[0] in _CODES.values()]
        if said:
            page, day = said[0][2:]
            yield _words(facts, body), [("P17", _FRANCE, page, day), *said]


def _of_body(facts: Facts, body: str) -> list[Said]:
    """What public pages say of a body: its codes, by the registers that list it; its identifier in ROR, by ROR."""
    out: list[Said] = []
    for source in _registers(facts, body):
        out += [(prop, _quoted(code), *source) for name, prop in _CODES.items() for code in facts.values(body, name)]
        break
    day = _day_read(facts, _ROR)
    for link in facts.values(body, _SAME):
        if link.startswith(_ROR) and day:
            out.append(("P6782", _quoted(link.removeprefix(_ROR)), link, day))
    return out


def _registers(facts: Facts, thing: str) -> Iterator[tuple[str, str]]:
    """Address and day of the public registers a thing is listed in."""
    for document in facts.values(thing, DCT + "source"):
        if f"{DEF}documentType/register" in facts.values(document, MLG + "documentType"):
            page, day = _page(facts, document), _day(facts.values(document, MLG + "retrieved"))
            if page and day:
                yield page, day


def _day_read(facts: Facts, page: str) -> str:
    """The day on which a data set was read, by its address."""
    documents = (one for one in facts.of_kind(MLG + "Document") if page in facts.values(one, DCT + "source"))
    return _day([day for one in documents for day in facts.values(one, MLG + "retrieved")])


def _contracts(facts: Facts) -> Iterator[tuple[Words, list[Said]]]:
    claims: dict[str, list[str]] = defaultdict(list)
    for kind in ("State", "Participation"):
        for claim in facts.of_kind(MLG + kind):
            for arrangement in facts.values(claim, MLG + "inArrangement"):
                claims[arrangement].append(claim)
    for contract in facts.of_kind(MLG + "Contract"):
        if facts.values(contract, DCT + "isReplacedBy") or _items(facts, contract, (_SAME, _LIKE)):
            continue
        said = sorted({one for claim in claims[contract] for one in _of_claim(facts, contract, claim)})
        if said:
            page, day = said[0][2:]
            first: list[Said] = [("P31", _CONTRACT, page, day), ("P17", _FRANCE, page, day)]
            for territory in facts.values(contract, MLG + "territory"):
                first += [("P1001", item, page, day) for item in _items(facts, territory, (_SAME, _LIKE))]
            yield _words(facts, contract), [*first, *said]


def _of_claim(facts: Facts, contract: str, claim: str) -> Iterator[Said]:
    """What a claim with a public page says of a contract: days its sources agree on; a signatory that has an item."""
    if not _DONE & set(facts.values(claim, MLG + "modality")) or facts.values(claim, MLG + "certainty"):
        return
    sources = sorted(_evidence(facts, contract, claim))
    if not sources:
        return
    for name, prop in _DAYS.items():
        agreed = facts.objects(contract, name)
        for one in facts.objects(claim, name):
            if len(agreed) == 1 and one in agreed and isinstance(one, Literal) and (day := _time(one)):
                yield (prop, day, *sources[0])
    if f"{DEF}role/signatory" in facts.values(claim, _CV + "role"):
        for party in facts.values(claim, _CV + "hasParticipant"):
            for item in _items(facts, party, (_SAME,)):
                yield ("P1891", item, *sources[0])


def _evidence(facts: Facts, contract: str, claim: str) -> Iterator[tuple[str, str]]:
    """Address and day of the pages that prove a claim.

    A page that a register cites has no day of its own: it is that on which the register was read.
    """
    through = [day for one in facts.values(contract, DCT + "source") for day in facts.values(one, MLG + "retrieved")]
    for proof in facts.values(claim, MLG + "evidence"):
        for document in facts.values(proof, MLG + "document") or [proof]:
            day = _day(facts.values(document, MLG + "retrieved")) or _day(through)
            if day and (page := _page(facts, document)):
                yield page, day


def _page(facts: Facts, document: str) -> str:
    """The public address of a document; empty where it has none."""
    found = [one for one in facts.values(document, DCT + "source") if re.match(r"https?://[^\s/]+", one)]
    return min(found, default="")


def _day(days: list[str]) -> str:
    return max((day for day in days if re.fullmatch(r"\d{4}-\d\d-\d\d", day)), default="")


def _items(facts: Facts, thing: str, by: tuple[str, ...]) -> list[str]:
    """The items of Wikidata a thing is linked to."""
    found = {one for name in by for one in facts.values(thing, name) if one.startswith(WIKIDATA)}
    return sorted(one.removeprefix(WIKIDATA) for one in found)


def _time(day: Literal) -> str | None:
    """A day, month or year as Wikidata writes it, never with a day nobody said; None for any other date."""
    form = _FORMS.get(day.datatype.value)
    if form is None or not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", day.value) or len(day.value) != form[0]:
        return None
    return f"+{day.value}{form[1]}T00:00:00Z/{form[2]}"


def _words(facts: Facts, thing: str) -> Words:
    """Names as the graph has them, and what it is and where, in French and in English."""
    name = facts.label(thing)
    out = [("Lfr", _quoted(name))]
    kind = facts.one(thing, MLG + "kind") or ""
    own = facts.values(thing, MLG + "governs")
    places = [facts.label(one) for one in facts.values(thing, MLG + "territory") if one not in own][:1]
    for lang in ("fr", "en"):
        said = facts.label(kind, lang) if kind else ""
        if said:
            out.append((f"D{lang}", _quoted(f"{said[0].lower()}{said[1:]} ({', '.join([*places, 'France'])})")))
    others = {one.value for one in facts.objects(thing, SKOS + "altLabel") if isinstance(one, Literal)} - {name}
    return [*out, *(("Afr", _quoted(one)) for one in sorted(others))]


def _quoted(text: str) -> str:
    """A text between quotes: the straight ones inside, and tabs, would end it."""
    plain = " ".join(re.sub(r'"([^"]*)"', r"« \1 »", text).replace('"', "”").split())
    return f'"{plain}"'


def _line(item: str, prop: str, value: str, page: str, day: str) -> str:
    address = quote(page, safe=":/?#[]@!$&'()*+,;=%~-._")
    return f'{item}\t{prop}\t{value}\tS854\t"{address}"\tS813\t+{day}T00:00:00Z/11'


def _text(lines: list[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
