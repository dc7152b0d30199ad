"""Which property says a link: the kind of our thing and the data set come in; owl:sameAs or schema:sameAs goes out.

`owl:sameAs` makes two names of one thing: it is said only where one of theirs answers to one of ours and both are of
one kind. Everywhere else `schema:sameAs` says that the other identifies what we speak of, no more. The reasons stand
in docs/decisions/0022-links.md.
"""

from __future__ import annotations

from collections.abc import Iterable

SAME, ALIKE = "owl:sameAs", "schema:sameAs"

#: Collectivities and their groupings: Wikidata has one item for the body and the place, or an item for its assembly.
COLLECTIVITIES = frozenset(
    f"mlg:{name}"
    for name in (
        *("Collectivity", "RegionalCouncil", "DepartmentalCouncil", "Municipality"),
        *("IntermunicipalBody", "Metropolis", "UrbanCommunity", "AgglomerationCommunity", "CommunityOfCommunes"),
        *("TerritorialPublicEstablishment", "MixedSyndicate"),
    )
)
#: Target -> the kinds of territory whose thing there is of the same kind.
_TERRITORIES = {
    "wikidata": ("mlg:Region", "mlg:Department", "mlg:District"),
    "geonames": ("mlg:Region", "mlg:Department"),
}


def property_of(target: str, kinds: Iterable[str], *, shared: bool = False, single: bool = False) -> str:
    """The property (CURIE) by which a thing of ours is linked.

    Parameters
    ----------
    target:
        ``wikidata``, ``geonames``, ``nuts`` or ``ror``.
    kinds:
        The classes of our thing, as CURIEs, the files state of it.
    shared:
        Whether another thing of ours has the same link.
    single:
        Of a region: whether one body is its council and that of its departments (Corsica).
    """
    of = set(kinds)
    if shared:
        return ALIKE
    if of & set(_TERRITORIES.get(target, ())):
        return ALIKE if target == "wikidata" and "mlg:Region" in of and single else SAME
    if target == "ror":
        return SAME
    body = not of & {"mlg:Commune", "mlg:OtherArea", "mlg:Region", "mlg:Department", "mlg:District"}
    return SAME if target == "wikidata" and body and not of & COLLECTIVITIES else ALIKE
