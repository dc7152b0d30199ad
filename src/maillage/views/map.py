"""The map of coverage by local health contracts: the rows of two questions come in, a map, then its page, go out.

`maillage.cli.ask.map` asks `health-contract-coverage` and `health-contracts-by-area` for one level and day; here their
rows meet the outlines by official code. What has no outline, and the reverse, is said on the page.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from maillage.errors import MaillageError
from maillage.naming.normalise import normalised
from maillage.things.files import write_atomically
from maillage.things.table import Table
from maillage.views.map_html import to_html
from maillage.views.map_model import Contract, CoverageMap, Place, in_order
from maillage.views.map_outlines import sheet
from maillage.views.when import period_words

#: Level of the map -> class of its territories, as the questions take it.
CLASSES = {"department": "mlg:Department", "epci": "mlg:IntercommunalArea"}


def coverage_map(
    level: str, day: str, coverage: Table, contracts: Table, everywhere: Table, lang: str = "fr"
) -> CoverageMap:
    """The map of the answers for a level and day.

    Parameters
    ----------
    level:
        A key of `CLASSES`.
    day:
        ISO date the questions were asked for.
    coverage:
        The rows of ``health-contract-coverage``: one a territory.
    contracts:
        The rows of ``health-contracts-by-area``: one a territory and contract, or one for each page that says so.
    everywhere:
        The same for the whole country: what is in force there and stands in none of `contracts` is told apart.
    """
    shapes = sheet(level).shapes
    found: dict[str, Contract] = {}
    of: dict[str, dict[str, int | None]] = defaultdict(dict)
    for row in (*contracts, *everywhere):
        iri = str(row["contract_iri"])
        found[iri] = _with_page(found.get(iri) or _contract(row, lang), row)
    for row in contracts:
        of[str(row["area_iri"])][str(row["contract_iri"])] = _whole(row["inhabitants"]) or None
    places = []
    for row in coverage:
        iri, code = str(row["area_iri"]), str(row["code"] or "")
        held = sorted(of[iri].items(), key=lambda pair: (-(pair[1] or 0), normalised(found[pair[0]].label), pair[0]))
        places.append(
            Place(
                iri=iri,
                code=code,
                label=str(row["area"]),
                inhabitants=_whole(row["inhabitants"]),
                covered=_whole(row["covered"]),
                certain=_whole(row["covered_certain"]),
                unknown=_whole(row["covered_unknown"]),
                deduced=_whole(row["covered_deduced"]),
                twice=_whole(row["covered_twice"]),
                vague=_whole(row["unlocated"]),
                contracts=tuple(held),
                doubtful=sum(not found[iri].counts for iri, _ in held),
                shape=shapes.get(code),
            )
        )
    met = {iri for place in places for iri, _ in place.contracts}
    ordered = sorted(found, key=lambda iri: (normalised(found[iri].label), iri))
    return CoverageMap(
        level=level,
        day=day,
        lang=lang,
        sheet=sheet(level),
        places=in_order(places, level),
        contracts={iri: found[iri] for iri in ordered if iri in met},
        elsewhere={iri: found[iri] for iri in ordered if iri not in met},
        caveats=tuple(dict.fromkeys((*coverage.notes, *contracts.notes, *everywhere.notes))),
    )


def drawable(path: Path) -> None:
    """Say at once that a page cannot be written there.

    Raises
    ------
    MaillageError
        When the path is a folder or lies in none.
    """
    if path.is_dir():
        raise MaillageError("this is a folder, the page needs a file.", file=path, fix="Add a name such as carte.html.")
    if not path.parent.is_dir():
        raise MaillageError("the folder for this page does not exist.", file=path, fix="Create it or choose another.")


def write_map(map: CoverageMap, path: Path, version: str = "") -> Path:
    """Write the page of a map; the old file stays whole until the new one is complete.

    Raises
    ------
    MaillageError
        When it cannot be written.
    """
    drawable(path)
    write_atomically(path, to_html(map, version))
    return path


def _contract(row: dict[str, Any], lang: str) -> Contract:
    starts, ends = (str(row[key]) if row[key] else None for key in ("starts", "ends"))
    return Contract(
        iri=str(row["contract_iri"]),
        label=str(row["contract"]),
        status=str(row["status"] or ""),
        period=period_words(starts, ends, lang),
        standing=str(row["in_force"]),
        counts=not str(row["in_force_iri"]).endswith("/unknown"),
        reason=str(row["reason"]),
        attested=str(row["attested"] or ""),
        parties=_whole(row["parties"]),
        signatories=_whole(row["signatories"]),
    )


def _with_page(contract: Contract, row: dict[str, Any]) -> Contract:
    """The contract with the page of a row, once; an address that does not lead to the web is left out."""
    address = str(row.get("page") or "")
    if not address.lower().startswith(("https://", "http://")) or any(address == known for _, known in contract.pages):
        return contract
    title = str(row["document"] or address)
    return Contract(**{**vars(contract), "pages": (*contract.pages, (title, address))})


def _whole(value: Any) -> int:
    return int(value) if value is not None else 0
