"""What one types, errors and all, finds what one means: within the first five, on the whole country."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

import maillage
from maillage.cli import run
from maillage.errors import NotFoundError
from maillage.library import Graph
from maillage.naming.normalise import normalised
from maillage.places import Places
from maillage.search.finding import Finder
from maillage.search.kept import finder, index_of
from maillage.search.listed import Listed, listed
from maillage.terms import ID, MLG, expand

FIVE = 5


@pytest.fixture(scope="module")
def search(graph: Graph) -> Finder:
    return finder(graph.built.names)


@pytest.fixture(scope="module")
def things(graph: Graph) -> list[Listed]:
    return list(listed(graph.built.store))


def first(search: Finder, text: str, limit: int = FIVE) -> list[str]:
    return [hit.iri for hit in search.find(text, limit=limit)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ars grand est", "body:siren-130007834"),
        ("A.R.S. Grand-Est", "body:siren-130007834"),
        ("ars grand esst", "body:siren-130007834"),
        ("arsgrandest", "body:siren-130007834"),
        ("agence regionale de sante du grand est", "body:siren-130007834"),
        ("ARS ARA", "body:siren-130008071"),
        ("ars idf", "body:siren-130008014"),
        ("cpam moselle", "body:cpam-571"),
        ("CPAM de la Moselle", "body:cpam-571"),
        ("cpam mosele", "body:cpam-571"),
        ("cpam 57", "body:cpam-571"),
        ("cls bordeaux", "arr:cls-bordeaux-ville-2014"),
        ("contrat local de sante bordeaux", "arr:cls-bordeaux-ville-2014"),
        ("130007834", "body:siren-130007834"),
        ("130 007 834", "body:siren-130007834"),
        ("SIRET 130 007 834 00017", "body:siren-130007834"),
        ("54395", "terr:commune-54395"),
        ("body:siren-130007834", "body:siren-130007834"),
        ("siren-130007834", "body:siren-130007834"),
        (f"{ID}territory/region-44", "terr:region-44"),
        ("nancy", "terr:commune-54395"),
        ("nncy", "terr:commune-54395"),
        ("strasbuorg", "terr:commune-67482"),
        ("st malo", "terr:commune-35288"),
        ("saintmalo", "terr:commune-35288"),
        ("paca", "terr:region-93"),
        ("grandest", "terr:region-44"),
        ("prefecture mozelle", "body:prefecture-57"),
        ("conseil departemental vosges", "body:conseil-departemental-88"),
        ("vosges conseil departemental epinal", "body:conseil-departemental-88"),
        ("signataire", "role:signatory"),
    ],
)
def test_what_one_types(search: Finder, text: str, wanted: str) -> None:
    assert expand(wanted) in first(search, text)


@pytest.mark.parametrize(("text", "spelled"), [("coeur", "Cœur"), ("eglise", "Église"), ("CŒUR", "Cœur")])
def test_ligatures_and_accents(search: Finder, text: str, spelled: str) -> None:
    """Things whose name is written so are among the first five."""
    assert any(spelled in hit.label for hit in search.find(text, limit=FIVE))


def test_each_code(search: Finder, things: list[Listed]) -> None:
    """SIREN, FINESS, Insee: of a sample, what bears the code comes first."""
    coded = [(code, one.iri) for one in things for code in one.codes if one.iri.startswith(ID)]
    assert len(coded) > 50_000
    bearing: dict[str, set[str]] = {}
    for code, iri in coded:
        bearing.setdefault(code, set()).add(iri)
    for code, _ in random.Random(3).sample(coded, 400):
        found = first(search, code)
        assert found and found[0] in bearing[code], code
        assert set(found) & bearing[code] == (bearing[code] if len(bearing[code]) <= FIVE else set(found))


def test_each_name(search: Finder, things: list[Listed]) -> None:
    """Of a sample: a name, short forms too, finds what bears it among the first five, or as many namesakes."""
    bearing: dict[str, set[str]] = {}
    for one in things:
        for name in (one.label, *one.names):
            bearing.setdefault(normalised(name), set()).add(one.iri)
    bearing.pop("", None)
    for name in random.Random(4).sample(sorted(bearing), 600):
        found = first(search, name)
        assert len(set(found) & bearing[name]) >= min(len(bearing[name]), FIVE), name


def _error(name: str, chance: random.Random) -> str:
    """A name with one error in one of its longer words: a letter left out, doubled, changed, or two exchanged."""
    words = name.split(" ")
    place = chance.choice([i for i, word in enumerate(words) if len(word) >= 5 and word.isalpha()])
    word, at = words[place], chance.randrange(1, len(words[place]) - 1)
    words[place] = chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + chance.choice("aeinrst") + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )
    return " ".join(words)


def test_one_error_of_typing(search: Finder, things: list[Listed]) -> None:
    """Of 400 names of what takes part in something, each with one error, at most four are not among the first five."""
    chance = random.Random(5)
    known = [one for one in things if one.rank > 1000]
    named: dict[str, set[str]] = {}
    for one in known:
        named.setdefault(one.label, set()).add(one.iri)
    able = [name for name in sorted(named) if any(len(word) >= 5 and word.isalpha() for word in name.split(" "))]
    missed = []
    for name in chance.sample(able, 400):
        text = _error(name, chance)
        if not named[name] & set(first(search, text)):
            missed.append((text, name))
    assert len(missed) <= 4, missed


def test_what_takes_part_comes_before_namesakes(search: Finder, things: list[Listed]) -> None:
    """Of what bears the same name, the actors that take part in something come before those that do not."""
    ranks = {one.iri: one.rank for one in things}
    for text in ("bordeaux", "nancy", "saint denis", "metz metropole", "lorraine", "centre hospitalier"):
        for why in ("name", "words"):
            found = [ranks[hit.iri] >= 1000 for hit in search.find(text, limit=30) if hit.why == why]
            if why == "name":
                assert found == sorted(found, reverse=True), text
    assert ranks[MLG + "Hospital"] < 100
    (metropole, *_) = first(search, "eurometropole strasbourg")
    assert ranks[metropole] > 1000


def test_kinds(search: Finder, graph: Graph) -> None:
    names = graph.built.names
    for text, kind in (("nancy", "mlg:Hospital"), ("nancy", "Contrat local de santé"), ("nancy", "Territory")):
        hits = search.find(text, kinds=search.kinds(kind), limit=20)
        of = expand(kind) or names.resolve(kind if ":" in kind or " " in kind else f"mlg:{kind}", "owl:Class")
        assert hits and all(of in names.types(hit.iri) for hit in hits), kind
    with pytest.raises(NotFoundError, match="no kind 'Hopitalx'") as told:
        search.kinds("Hopitalx")
    assert "Hôpital" in told.value.fix


def test_words_and_places_are_told(search: Finder) -> None:
    (hit, *_) = search.find("nancy")
    assert (hit.label, hit.kind_label, hit.place, hit.why) == ("Nancy", "Commune", "Meurthe-et-Moselle", "name")
    (english, *_) = search.find("signatory", lang="en")
    assert (english.label, english.kind_label) == ("signatory", "concept")


def test_persons_are_not_found(search: Finder, graph: Graph) -> None:
    rows = graph.query("SELECT ?s { ?s a mlg:Person }").rows
    assert rows
    for label, iri, *_ in rows:
        assert iri not in first(search, str(label), 50)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "   ",
            '"',
            "'",
            "*",
            "AND",
            "NOT a",
            'NEAR("a" b)',
            "names:x",
            "-",
            "a OR",
            "%",
            "œ",
            "\x00",
            "<script>",
        ),
        *("x" * 9999, "a " * 5000, "'; DROP TABLE things; --", "\u0301", "{names} : nancy", "^nancy"),
    ],
)
def test_odd_texts(search: Finder, text: str) -> None:
    """Nothing a text holds is read as anything but words."""
    assert isinstance(search.find(text), list)
    assert first(search, "nancy")


def test_a_search_of_nothing_known(search: Finder) -> None:
    assert search.find("xqzt") == [] and search.find("000000000") == []


def test_limits(search: Finder) -> None:
    for limit in (1, 3, 40):
        assert len(first(search, "saint", limit)) == limit
        assert len(set(first(search, "saint", limit))) == limit


def test_as_a_table(small_graph: Graph) -> None:
    table = small_graph.search("ars grand esst", limit=3, lang="en")
    assert 0 < len(table) <= 3
    row = next(iter(table))
    assert row["thing_iri"] == f"{ID}organisation/siren-130007834" and row["curie"] == "body:siren-130007834"
    assert row["why"] == "a near spelling" and row["kind"] == "Regional health agency"
    assert small_graph.search("xqzt").rows == []


def test_on_the_command_line(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = ["--store", str(kept)]
    assert run(["search", "ars", "grand", "esst", "-f", "csv", "--limit", "2", *store]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "thing,thing_iri,curie,kind,kind_iri,place,why" and "siren-130007834" in out[1]
    assert run(["search", "xqzt", *store]) == 0
    said = capsys.readouterr()
    assert said.out == "" and "xqzt" in said.err
    assert run(["search", "nancy", "--kind", "Hopitalx", *store]) == 2


def test_the_index_is_kept(small: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside that of the names, written once; where nothing can be written, made in memory."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    def opened() -> Graph:
        return maillage.open_graph(small.graph)

    def files() -> list[Path]:
        return sorted(tmp_path.rglob("search-*.sqlite"))

    expected = opened().search("nancy").rows
    (made,) = files()
    stamp = made.stat().st_mtime_ns
    assert opened().search("nancy").rows == expected and made.stat().st_mtime_ns == stamp
    made.unlink()
    with monkeypatch.context() as patch:
        patch.setattr("maillage.search.kept.tempfile.mkstemp", _refused)
        assert index_of(opened().built.names) is None
        assert opened().search("nancy").rows == expected
    assert files() == []


def _refused(*_: object, **__: object) -> Callable[[], None]:
    raise OSError(30, "Read-only file system")


def test_what_a_static_site_searches(things: list[Listed], graph: Graph) -> None:
    """Every actor, arrangement and territory is listed once, with label, other names and kind."""
    iris = [one.iri for one in things]
    assert len(iris) == len(set(iris))
    rows = graph.query("SELECT ?s { VALUES ?k { mlg:Actor mlg:Arrangement mlg:Territory } ?s a ?k }").rows
    assert {str(iri) for _, iri, *_ in rows} <= set(iris)
    one = next(one for one in things if one.iri.endswith("siren-130007834"))
    assert one.label == "Agence régionale de santé Grand Est" and "ARS Grand Est" in one.names
    assert one.kind == MLG + "RegionalHealthAgency" and one.where == ("Grand Est",)
