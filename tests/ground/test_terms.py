"""Names: CURIEs and IRIs answer each other; places are found."""

from pathlib import Path

import pytest

from maillage.errors import MaillageError
from maillage.places import find_places
from maillage.terms import PREFIXES, curie, expand


@pytest.mark.parametrize("name", ["mlg:Actor", "body:siren-130007834", "role:signatory", "schema:startDate"])
def test_round_trip(name: str) -> None:
    iri = expand(name)
    assert iri is not None
    assert curie(iri) == name


def test_what_is_no_curie() -> None:
    assert expand("ARS Grand Est") is None
    assert expand("nope:x") is None
    assert expand("body:") is None
    assert expand("https://example.org/a b") is None
    assert expand("<https://example.org/a>") == "https://example.org/a"
    assert curie(PREFIXES["body"] + "a/b") == PREFIXES["body"] + "a/b"


def test_one_prefix_for_one_namespace() -> None:
    assert len(set(PREFIXES.values())) == len(PREFIXES)


def test_places(root: Path, tmp_path: Path) -> None:
    places = find_places(root / "src" / "maillage")
    assert places.graph == root / "graph"
    (tmp_path / "empty").mkdir()
    with pytest.raises(MaillageError, match="no Turtle file"):
        places.with_graph(tmp_path / "empty").files()
    with pytest.raises(MaillageError, match="does not exist"):
        places.with_graph(tmp_path / "absent")
