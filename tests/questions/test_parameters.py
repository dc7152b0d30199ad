"""What a value keeps: the answer with a parameter is the rows of the whole answer that Python keeps by the same value.

Where a parameter bears on what is counted or proved, `keeping.APART` says why it cannot be compared so and which test
holds it. What each kind of comparison asks of the graph is in `keeping`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping

import pytest

from maillage.asking.catalogue import Query
from maillage.library import Graph
from maillage.terms import MLG, PREFIXES, expand
from maillage.things.rdf import NamedNode, Term

from .keeping import APART, KEEPS, STANDS, Cells, Keeping, how_kept

Ask = Callable[[Query, Mapping[str, list[Term]]], list[Cells]]


@pytest.fixture(scope="module")
def keeping(graph: Graph) -> Keeping:
    return Keeping(graph.built.store)


@pytest.fixture(scope="module")
def ask(graph: Graph) -> Ask:
    """The rows of a question on the country, by these terms."""

    def asked(question: Query, given: Mapping[str, list[Term]]) -> list[Cells]:
        columns, rows = graph.built.store.select(question.filled(given))
        return [dict(zip(columns, row, strict=True)) for row in rows]

    return asked


def terms(question: Query, name: str) -> list[Term]:
    """The example of a parameter and, where the header names one, its other value."""
    parameter = question.params[name]
    values = [parameter.example, *([parameter.other] if parameter.other else [])]
    if parameter.type != "iri":
        return [parameter.literal(value) for value in values]
    return [NamedNode(expand(value) or value) for value in values]


def told(rows: list[Cells]) -> list[tuple[str, ...]]:
    """Rows in their order, as text."""
    return [tuple("" if cell is None else str(cell) for cell in row.values()) for row in rows]


def test_a_value_keeps_what_python_keeps(keeping: Keeping, ask: Ask, question: Query) -> None:
    """Each value alone, the two together (an answer to any of them counts), and one of each parameter."""
    least = {name: terms(question, name)[:1] for name in question.required}
    free = [name for name in question.params if name not in least and how_kept(question, name)]
    if not free:
        return
    whole = ask(question, least)
    choices = {name: terms(question, name) for name in free}
    given = [{name: [value]} for name in free for value in choices[name]]
    given += [{name: choices[name]} for name in free if len(choices[name]) > 1]
    given += [{name: choices[name][:1] for name in free}] if len(free) > 1 else []
    for values in given:
        expected = told(keeping.kept(question, whole, values))
        found = told(ask(question, {**least, **values}))
        what = f"{question.name} { ({name: [str(v) for v in several] for name, several in values.items()}) }"
        assert not (set(found) - set(expected)), f"{what}: not kept: {sorted(set(found) - set(expected))[:2]}"
        assert not (set(expected) - set(found)), f"{what}: lost: {sorted(set(expected) - set(found))[:2]}"
        assert found == expected, f"{what}: another order, or a row told twice"


def test_several_values_of_what_is_required_answer_like_each(ask: Ask, question: Query) -> None:
    """What cannot be left out has no whole answer to compare with: two values answer as one and the other do."""
    least = {name: terms(question, name)[:1] for name in question.required}
    for name in least:
        each = [set(told(ask(question, {**least, name: [value]}))) for value in terms(question, name)]
        both = told(ask(question, {**least, name: terms(question, name)}))
        assert set(both) == set().union(*each), f"{question.name}: {name}"
        assert len(both) == len(set(both)), f"{question.name}: {name}: a row told twice"


def test_every_parameter_is_compared_or_told_apart(questions: list[Query]) -> None:
    declared = {(question.name, name) for question in questions for name in question.params}
    assert {*KEEPS, *APART} <= declared
    standing = {q.name for q in questions for column in q.columns if column.name in ("standing", "in_force")}
    assert {*STANDS, "participations-of-actor"} == standing
    assert not KEEPS.keys() & APART.keys()
    for question in questions:
        columns = {column.name for column in question.columns}
        for name in set(question.params) - set(question.required):
            how = how_kept(question, name)
            assert how is None or set(how[1:]) <= columns, f"say in KEEPS or APART how {question.name} keeps by {name}"


def test_families_and_groups_are_asked_of_like_the_rest(keeping: Keeping, ask: Ask, question: Query) -> None:
    """Where a parameter takes families or groups, each that the whole answer tells of has its rows when asked for."""
    for name, parameter in question.params.items():
        wider = {"mlg:ArrangementFamily", "mlg:ActorGroup"} & set(parameter.of or ())
        how = how_kept(question, name)
        if not wider or parameter.required or how is None:
            continue
        whole = ask(question, {})
        (kind,) = wider
        told_of = {row[c] for row in whole for c in how[1:] if keeping.is_a(NamedNode(expand(kind) or ""), row[c])}
        for value in sorted(told_of, key=str):
            assert value is not None
            found, expected = (
                told(rows) for rows in (ask(question, {name: [value]}), keeping.kept(question, whole, {name: [value]}))
            )
            assert found == expected and found, f"{question.name}: {name}={value}"


def test_pairs_of_a_document_and_of_an_origin(keeping: Keeping, ask: Ask, questions: list[Query]) -> None:
    """A pair is of a document, or of an origin, by one of its claims; sentences and partners are counted over those."""
    named = {question.name: question for question in questions}
    prov = PREFIXES["prov"]
    quoted, evidence = keeping.links(MLG + "document"), keeping.links(MLG + "evidence")
    derived, between, through = (keeping.links(p) for p in (prov + "wasDerivedFrom", MLG + "between", MLG + "through"))
    origins = keeping.links(MLG + "origin")
    asked = named["most-connected-actors"]
    for name in ("document", "origin"):
        for value in terms(asked, name):
            proofs: dict[tuple[str, str, str], set[str]] = defaultdict(set)
            for coordination, claims in derived.items():
                for proof in {proof for claim in claims for proof in evidence[claim]}:
                    documents = {w for d in quoted.get(proof, {proof}) for w in keeping.wholes(NamedNode(d))}
                    said = documents if name == "document" else {o for d in documents for o in origins.get(d, ())}
                    if value.value in said:
                        for actor in between[coordination]:
                            (partner,) = between[coordination] - {actor}
                            proofs[actor, partner, min(through[coordination])].add(proof)
            given = {name: [value]}
            listed = ask(named["who-coordinates-with"], given)
            assert {
                tuple(getattr(row[c], "value", "") for c in ("actor", "partner", "arrangement")): row["sentences"].value  # type: ignore[union-attr]
                for row in listed
            } == {key: str(len(those)) for key, those in proofs.items()}
            pairs = ask(named["pairs-of-arrangement"], given)
            assert {tuple(row[c].value for c in ("actor", "partner", "arrangement")) for row in pairs} == {  # type: ignore[union-attr]
                key for key in proofs if key[0] < key[1]
            }
            counted = {row["actor"].value: row["partners"].value for row in ask(asked, given)}  # type: ignore[union-attr]
            partners = {actor: {b for a, b, _ in proofs if a == actor} for actor in {key[0] for key in proofs}}
            assert counted == {actor: str(len(those)) for actor, those in partners.items()}


def test_partners_are_counted_over_what_is_asked(keeping: Keeping, ask: Ask, questions: list[Query]) -> None:
    """`most-connected-actors` counts the rows of `who-coordinates-with` that the same values keep."""
    named = {question.name: question for question in questions}
    counted, listed = named["most-connected-actors"], named["who-coordinates-with"]
    whole = ask(listed, {})
    for given in ({}, *({name: terms(counted, name)} for name in ("type", "territory", "without"))):
        kept = keeping.kept(listed, whole, {name: values for name, values in given.items() if name != "without"})
        left_out = given.get("without", [])
        pairs: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for row in kept:
            if any(keeping.is_a(kind, row["arrangement"]) for kind in left_out):
                continue
            partners, arrangements = pairs[str(row["actor"])]
            partners.add(str(row["partner"]))
            arrangements.add(str(row["arrangement"]))
        found = {
            str(row["actor"]): (int(row["partners"].value), int(row["arrangements"].value))  # type: ignore[union-attr]
            for row in ask(counted, given)
        }
        assert found == {actor: (len(partners), len(those)) for actor, (partners, those) in pairs.items()}


def test_arrangements_are_counted_as_each_area_lists_them(ask: Ask, questions: list[Query]) -> None:
    """`arrangements-by-area` counts, area by area, the rows of `arrangements-on-territory` that the same kind keeps."""
    named = {question.name: question for question in questions}
    counted, listed = named["arrangements-by-area"], named["arrangements-on-territory"]
    level = {"level": [NamedNode(MLG + "Region")]}
    for given in ({}, {"type": terms(counted, "type")[:1]}):
        for row in ask(counted, {**level, **given}):
            area = row["area"]
            assert area is not None
            there = {str(one["arrangement"]) for one in ask(listed, {"territory": [area], **given})}
            assert int(row["arrangements"].value) == len(there), str(area)  # type: ignore[union-attr]


def test_themes_are_counted_over_what_is_asked(keeping: Keeping, ask: Ask, questions: list[Query]) -> None:
    """`themes-across-arrangements` counts the arrangements that `arrangements-by-theme` lists, families left out; it tells the denied too."""
    named = {question.name: question for question in questions}
    counted, listed = named["themes-across-arrangements"], named["arrangements-by-theme"]
    whole = keeping.kept(listed, ask(listed, {}), {"type": [NamedNode(MLG + "Arrangement")]})
    for given in ({}, {"type": terms(counted, "type")}):
        themes: dict[tuple[str, str], set[str]] = defaultdict(set)
        for row in keeping.kept(listed, whole, given):
            themes[str(row["said_theme"]), str(row["modality"])].add(str(row["arrangement"]))
        found = {
            (str(row["theme"]), str(row["modality"])): int(row["arrangements"].value)  # type: ignore[union-attr]
            for row in ask(counted, given)
            if not str(row["modality"]).endswith("/denied>")
        }
        assert found == {key: len(those) for key, those in themes.items()}


def test_participations_of_a_period(graph: Graph, ask: Ask, questions: list[Query]) -> None:
    """`participations-of-actor` keeps what may have run in the period, and says how sure that is, by the bounds of each claim."""
    [question] = [question for question in questions if question.name == "participations-of-actor"]
    bounds = ("StartEarliest", "StartLatest", "EndEarliest", "EndLatest", "Open")
    some = "".join(f"OPTIONAL {{ ?claim mlg:effective{name} ?{name} }} " for name in bounds)
    rows = graph.query(
        f"SELECT ?actor ?arrangement ?role ?start ?end ?modality {' '.join(f'?{name}' for name in bounds)} WHERE {{ "
        "?claim a mlg:Participation ; cv:hasParticipant ?actor ; mlg:inArrangement ?arrangement ; cv:role ?role ; "
        f"mlg:modality ?modality ; mlg:evidence ?proof . ?actor a ?sort . FILTER(?sort IN (mlg:Actor, mlg:ActorGroup)) {some} "
        "OPTIONAL { ?claim schema:startDate ?start } OPTIONAL { ?claim schema:endDate ?end } }"
    )
    since, before = "2018-03-01", "2018-12-31"
    for asked in ({"since"}, {"before"}, {"since", "before"}):
        expected = set()
        for row in rows:
            first, by, until, last = (str(row[name] or "") for name in bounds[:4])
            if ("since" in asked and last and last < since) or ("before" in asked and first > before):
                continue
            sure = ("since" not in asked or until >= since) and ("before" not in asked or (by != "" and by <= before))
            known = ("since" not in asked or last or row["Open"]) and ("before" not in asked or first)
            standing = "certain" if sure else "possible" if known else "unknown"
            names = (
                *(row[f"{name}_iri"] for name in ("actor", "arrangement", "role", "modality")),
                row["start"],
                row["end"],
            )
            expected.add((*names, PREFIXES["standing"] + standing))
        found = ask(
            question,
            {name: [question.params[name].literal({"since": "2018-03", "before": "2018"}[name])] for name in asked},
        )
        columns = ("actor", "arrangement", "role", "modality", "starts", "ends", "standing")
        told_of = {tuple(cell.value if (cell := row[c]) is not None else None for c in columns) for row in found}
        assert told_of == expected and len({one[-1] for one in expected}) > 1


def test_groups_of_a_territory(graph: Graph, keeping: Keeping, ask: Ask, questions: list[Query]) -> None:
    """A group of hospitals is kept whole where it or one of its members is of the territory."""
    [question] = [question for question in questions if question.name == "hospitals-of-a-group"]
    members = defaultdict(set)
    rows = graph.query(
        "SELECT ?group ?member WHERE { ?part mlg:inArrangement ?group ; a mlg:Participation ; cv:hasParticipant ?member . "
        "?group a mlg:HospitalGroup }"
    )
    for row in rows:
        members[str(row["group_iri"])].add(str(row["member_iri"]))
    for value in terms(question, "territory"):
        near = {
            group
            for group in keeping.links(MLG + "kind")
            if any(keeping.belongs(value.value, thing) for thing in {group, *members.get(group, ())})
        }
        expected = [row for row in ask(question, {}) if row["group"] is not None and row["group"].value in near]
        assert expected
        assert told(ask(question, {"territory": [value]})) == told(expected)
