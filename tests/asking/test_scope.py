"""`region`, `department`, `epci`: the real names and codes of a small graph, each resolved on its own level or refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from maillage.asking.scope import scoped
from maillage.errors import AmbiguousError, MaillageError, NotFoundError
from maillage.library import Graph
from maillage.terms import PREFIXES

TERR = PREFIXES["terr"]
MAD_ET_MOSELLE = "epci-200070738"
Territory = Callable[..., str]


@pytest.fixture
def territory(scope_graph: Graph) -> Territory:
    """The territory some options stand for: the end of the IRI that fills the parameter of a question."""
    built = scope_graph.built
    query = built.catalogue.get("questions", "territories-within")

    def found(**given: str) -> str:
        values = scoped(query, {}, given, built.names)
        return str(values["territory"]).removeprefix(TERR)

    return found


@pytest.mark.parametrize(
    ("level", "text", "meant"),
    [
        ("region", "Grand Est", "region-44"),
        ("region", "grand-est", "region-44"),
        ("region", " 44 ", "region-44"),
        ("region", "terr:region-44", "region-44"),
        ("region", f"{TERR}region-44", "region-44"),
        ("region", "1", "region-01"),
        ("region", "Île de France", "region-11"),
        ("department", "54", "departement-54"),
        ("department", "meurthe et moselle", "departement-54"),
        ("department", "44", "departement-44"),
        ("department", "1", "departement-01"),
        ("department", "01", "departement-01"),
        ("department", "2a", "departement-2A"),
        ("department", "971", "departement-971"),
        ("epci", "245400676", "epci-245400676"),
        ("epci", "245 400 676", "epci-245400676"),
        ("epci", "Métropole du Grand Nancy", "epci-245400676"),
        ("epci", "Grand Nancy", "epci-245400676"),
        ("epci", "communauté de communes Mad et Moselle", MAD_ET_MOSELLE),
        ("epci", "Mad et Moselle", MAD_ET_MOSELLE),
    ],
)
def test_by_name_and_by_code(territory: Territory, level: str, text: str, meant: str) -> None:
    """44 is Grand Est as a region, Loire-Atlantique as a department; 1 is 01."""
    assert territory(**{level: text}) == meant


def test_the_narrowest_is_meant(territory: Territory) -> None:
    assert territory(region="Grand Est", department="54") == "departement-54"
    assert territory(region="44", department="54", epci="Grand Nancy") == "epci-245400676"
    assert territory(region="Grand Est", epci="Grand Nancy") == "epci-245400676"


def test_an_epci_that_straddles_departments_lies_in_each(territory: Territory) -> None:
    """It is taken whole: its communes of Moselle too, where Meurthe-et-Moselle was given with it."""
    for department in ("54", "57"):
        assert territory(department=department, epci="Mad et Moselle") == MAD_ET_MOSELLE
    with pytest.raises(MaillageError, match=r"CC Mad et Moselle \('epci'\) does not lie in Vosges \('department'\)"):
        territory(department="88", epci="Mad et Moselle")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"region": "28", "department": "54"}, r"Meurthe-et-Moselle \('department'\) does not lie in Normandie \('reg"),
        ({"region": "Bretagne", "epci": "245400676"}, r"Grand Nancy \('epci'\) does not lie in Bretagne \('region'\)"),
        ({"region": "44", "department": "35", "epci": "245400676"}, r"Ille-et-Vilaine.*does not lie in Grand Est"),
    ],
)
def test_two_that_lie_apart(territory: Territory, given: dict[str, str], said: str) -> None:
    with pytest.raises(MaillageError, match=said):
        territory(**given)


def test_several_are_listed_with_what_tells_them_apart(territory: Territory) -> None:
    for text in ("CC des Quatre Rivières", "Quatre Rivières"):
        with pytest.raises(AmbiguousError) as error:
            territory(epci=text)
        assert "'epci'" in str(error.value) and text in str(error.value)
        assert "Haute-Saône, terr:epci-247000623" in str(error.value)
        assert "Haute-Savoie, terr:epci-247400666" in str(error.value)
    assert territory(epci="terr:epci-247000623") == "epci-247000623"


@pytest.mark.parametrize(
    ("level", "text", "said"),
    [
        ("region", "54", r"no region '54'.*terr:departement-54\): give it as 'department'"),
        ("region", "Lorraine", r"no region 'Lorraine'.*terr:lorraine\): give it as the parameter 'territory'"),
        ("department", "Grand Est", r"terr:region-44\): give it as 'region'"),
        ("department", "20", r"no department '20'\."),
        ("department", "1234", r"no department '1234'\."),
        ("department", "Meurthe et Mosele", r"Did you mean: Meurthe-et-Moselle"),
        ("epci", "Nancy", r"terr:commune-54395\): give it as the parameter 'territory'"),
        ("epci", "54", r"terr:departement-54\): give it as 'department'"),
        ("epci", "CC", r"no intercommunal area 'CC'"),
        ("epci", "Grand Nanci", r"Did you mean: .*Métropole du Grand Nancy"),
        ("region", "terr:departement-54", r"'region': terr:departement-54 \(Meurthe-et-Moselle\) is no mlg:Region"),
        ("region", "terr:region-99", r"'region': nothing in the graph has the IRI"),
    ],
)
def test_the_unknown_say_where_to_look(territory: Territory, level: str, text: str, said: str) -> None:
    with pytest.raises(NotFoundError, match=said):
        territory(**{level: text})


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_one_is_no_territory(territory: Territory, text: str) -> None:
    with pytest.raises(MaillageError, match="'department' is empty"):
        territory(department=text)


def test_the_parameter_and_the_option_are_one(scope_graph: Graph) -> None:
    with pytest.raises(MaillageError, match=r"'region' and the parameter 'territory' both name a territory"):
        scope_graph.ask("territories-within", region="44", territory="Meuse")
    given = scope_graph.ask("territories-within", territory="terr:departement-54").rows
    assert scope_graph.ask("territories-within", department="54").rows == given != []


def test_a_question_that_knows_no_territory_names_some_that_do(scope_graph: Graph) -> None:
    knows = [q.name for q in scope_graph.built.catalogue.of("questions") if "territory" in q.params]
    without = next(q for q in scope_graph.built.catalogue.of("questions") if "territory" not in q.params)
    with pytest.raises(MaillageError, match=f"'{without.name}' knows no territory, so 'region'") as error:
        scope_graph.ask(without.name, region="44")
    named = error.value.fix.removeprefix("These do: ").rstrip(" .").split(", ")
    assert named and set(named) <= set(knows), "only questions that take one"


def test_it_bears_on_the_answer(scope_graph: Graph) -> None:
    """The contracts of Normandie are none of those of Grand Est; those of a department are among its region's."""

    def contracts(**places: str) -> set[str]:
        table = scope_graph.ask("contracts-in-force", day="any", **places)
        return {str(row[1]) for row in table.rows}

    nancy, county, region = contracts(epci="Grand Nancy"), contracts(department="54"), contracts(region="44")
    assert PREFIXES["arr"] + "cls-grand-nancy-2019" in nancy
    assert nancy < county < region
    assert not contracts(region="Normandie") & county


@pytest.mark.parametrize("name", ["coordination", "two-mode", "arrangements"])
def test_networks_are_cut_the_same_way(scope_graph: Graph, name: str) -> None:
    by_region = scope_graph.network(name, region="44")
    by_county = scope_graph.network(name, department="Meurthe-et-Moselle")
    assert 0 < by_county.number_of_edges() < by_region.number_of_edges() <= scope_graph.network(name).number_of_edges()
    assert set(by_county) <= set(by_region)
    assert set(scope_graph.network(name, territory="terr:departement-54").edges) == set(by_county.edges)
    with pytest.raises(MaillageError, match="does not lie in"):
        scope_graph.network(name, region="Normandie", department="54")
