"""The networks of a built graph: a name and a choice come in; a networkx graph, or several by year, goes out.

`maillage.library.Graph` is asked for them; what is done with a network is in `maillage.network`.
"""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from maillage.asking.answers import Given, One, written
from maillage.asking.catalogue import Query
from maillage.asking.scope import scoped
from maillage.dates import read_period
from maillage.errors import MaillageError, MaillageWarning
from maillage.network.coverage import TOLERANCE, coverage, per_million, uneven
from maillage.pipeline.build import Build

if TYPE_CHECKING:
    import networkx as nx

    from maillage.network.comparison import Comparison
    from maillage.things.table import Table


#: The kinds of territory in which one is looked for by name, one after the other.
_LEVELS = ("mlg:Region", "mlg:Department", "mlg:IntercommunalArea")


class Networks:
    """A built graph as far as its networks go."""

    def __init__(self, built: Build) -> None:
        self.built = built

    def network(
        self,
        /,
        name: str = "coordination",
        *,
        actor: str | None = None,
        at: str | int | date | None = None,
        since: str | int | date | None = None,
        before: str | int | date | None = None,
        region: str | None = None,
        department: str | None = None,
        epci: str | None = None,
        unknown: str = "include",
        weight: str = "count",
        **params: One | None,
    ) -> nx.Graph:
        """A network of queries/networks/ as a networkx graph; each edge lists its ties: roles, dates, sentences.

        Parameters
        ----------
        name:
            ``coordination``, ``two-mode``, ``arrangements``, ``funding`` or ``actor-themes``.
        actor:
            Keep this thing, those tied to it, and the ties among them.
        at:
            What runs on a day, month or year (``2018``, or Python's own for them); the same as ``since`` and
            ``before`` both.
        since, before:
            What has not ended before ``since`` and has begun by the end of ``before``.
        unknown:
            ``include`` what has a date that is not known and could tell, or ``exclude`` it.
        weight:
            Of a network of one mode without direction: ``count``, ``newman``, ``jaccard`` or ``cosine``
            (`maillage.network.project`).
        region, department, epci:
            Keep what goes through arrangements of this territory, or of one that lies in it; as for `ask`.
        params:
            Further parameters of the query, such as ``type``.

        Returns
        -------
        networkx.Graph
            Its ``graph["maillage"]`` says the rule, weight, slice, version and query. It is empty
            where nothing runs then.
        """
        from maillage import __version__
        from maillage.network.asked import asked_network
        from maillage.network.slices import check_unknown, window
        from maillage.network.weighing import weigh

        check_unknown(unknown)
        query = self.built.catalogue.get("networks", name)
        since, before = read_period(at, since, before)
        if (since or before) and not {"since", "before"} <= set(query.params):
            raise MaillageError(f"the network '{name}' is not cut by date.", fix="Leave the dates out.")
        scope = self._scoped(query, params, {"region": region, "department": department, "epci": epci})
        values = {**scope, "since": since, "before": before}
        asked = {key: written(value) for key, value in values.items() if isinstance(value, One)}
        found = asked_network(query, self.built.store, self.built.names, asked, actor=actor, version=__version__)
        if since or before:
            found = window(found, since, before, unknown=unknown)
        return found if weight == "count" else weigh(found, weight)

    def projection(
        self,
        side: str = "actors",
        weight: str = "count",
        *,
        name: str = "two-mode",
        threshold: float | None = None,
        roles: str | Collection[str] | None = "coordinating",
        modality: str | Collection[str] | None = ("done", "ongoing"),
        certainty: str | Collection[str] | None = None,
        kinds: str | Collection[str] | None = None,
        hospital_groups: bool = True,
        events: str = "together",
        roll_up: bool = False,
        overlap: bool = True,
        layers: str | None = None,
        **asked: Any,
    ) -> nx.Graph:
        """The actors (or arrangements, or themes) of a network of two modes, tied by what they share.

        Parameters
        ----------
        side, weight, threshold, roles, modality, certainty, kinds, hospital_groups, events, roll_up, overlap:
            As for `maillage.network.project`. By default what makes a coordination: coordinating roles, done or
            ongoing, over periods that may overlap; unlike ``coordination`` it also ties a body with its own service.
        name, asked:
            The network to project, with what `network` takes: ``at``, ``region``, ``type``, ...
        layers:
            ``family`` or ``kind`` of the arrangement: a network with one edge for each (`maillage.network.multiplex`).

        Warns
        -----
        MaillageWarning
            Where regions of very different coverage meet; the record says it too, among its ``remarks``.
        """
        options: dict[str, Any] = {"side": side, "weight": weight, "threshold": threshold, "roles": roles}
        options |= {"modality": modality, "certainty": certainty, "kinds": kinds, "hospital_groups": hospital_groups}
        options |= {"events": events, "roll_up": roll_up, "overlap": overlap}
        two = self.network(name, **asked)
        found = self._projected(two, options, layers)
        if (remark := uneven(two)) is not None:
            found.graph["maillage"]["remarks"].append(remark)
            warnings.warn(remark["en"], MaillageWarning, stacklevel=2)
        return found

    def _projected(self, two: nx.Graph, options: Mapping[str, Any], layers: str | None = None) -> nx.Graph:
        from maillage.network import multiplex, project

        options = {**_CHOICES, **options}
        return multiplex(two, layers, **options) if layers else project(two, **options)

    def compare(
        self,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        name: str = "coordination",
        *,
        other: Networks | None = None,
        names: tuple[str, str] | None = None,
        **asked: Any,
    ) -> Comparison:
        """Two dates, two territories or two releases side by side (`maillage.network.compare`).

        Parameters
        ----------
        before, after:
            What the two differ in, as for `network`: ``{"at": 2018}`` and ``{"at": 2023}``, or two territories, such as
            ``{"region": "Bretagne"}`` and ``{"region": "Grand Est"}``.
        name, asked:
            What both are, as for `network`.
        other:
            Another built graph, to take `after` from: a later release.
        names:
            What the two are called; by default what they differ in.

        Warns
        -----
        MaillageWarning
            Where the two territories are of very different coverage; the tables say it too.
        """
        from maillage.network import compare

        there = self if other is None else other
        two = self.network(name, **{**asked, **before}), there.network(name, **{**asked, **after})
        for built, graph, own in zip((self, there), two, (before, after), strict=True):
            places = {key: own[key] for key in ("region", "department", "epci", "territory") if own.get(key)}
            if places:
                rates = per_million(built.network("two-mode", **places))
                regions = Counter(r for _, d in graph.nodes(data=True) for r in d.get("regions") or ())
                rate = next((rates[region] for region, _ in regions.most_common() if region in rates), None)
                if rate is not None:
                    graph.graph["coverage"] = rate
        said = [", ".join(str(value) for value in own.values()) for own in (before, after)]
        first, second = said if all(said) and said[0] != said[1] else ("1", "2")
        found = compare(*two, names or (first, second), TOLERANCE)
        for remark in found.graph.graph["maillage"]["remarks"]:
            if remark["en"].startswith("Very different coverage"):
                warnings.warn(remark["en"], MaillageWarning, stacklevel=2)
        return found

    def territory(self, text: str) -> str:
        """The IRI of the territory of this name: a region before a department, an intercommunal area and any other.

        Raises
        ------
        MaillageError
            When the name stands for several territories of one level, or for none (the nearest are offered).
        """
        names = self.built.names
        for level in _LEVELS:
            if len(names.matches(text, level)) > 0:
                return names.resolve(text, level)
        return names.resolve(text, "mlg:Territory")

    def coverage(self, lang: str = "fr") -> Table:
        """How much the graph knows of each region, beside its inhabitants (`maillage.network.coverage`)."""
        return coverage(self.network("two-mode"), lang)

    def slices(
        self,
        name: str = "coordination",
        *,
        since: str | int | date | None = None,
        until: str | int | date | None = None,
        every: int = 1,
        unknown: str = "include",
        side: str | None = None,
        **asked: Any,
    ) -> dict[str, nx.Graph]:
        """A network year by year (`maillage.network.yearly`); `maillage.network.turnover` compares the slices.

        Parameters
        ----------
        name, asked:
            As for `network`.
        since, until, every, unknown:
            First and last year (by default those of the known dates), years in a slice, and what becomes of ties whose
            dates do not tell.
        side:
            Of a network of two modes: ``actors`` or ``arrangements``, to project each slice, with `asked` as for
            `projection`.
        """
        from maillage.network import yearly

        if side is None:
            return yearly(self.network(name, **asked), since, until, every=every, unknown=unknown)
        choices = {key: asked.pop(key) for key in list(asked) if key in _CHOICES}
        cut = yearly(self.network(name, **asked), since, until, every=every, unknown=unknown)
        return {year: self._projected(two, {"side": side, **choices}) for year, two in cut.items()}

    def _scoped(self, query: Query, params: Mapping[str, Given], places: Mapping[str, str | None]) -> dict[str, Given]:
        if all(text is None for text in places.values()):
            return dict(params)
        return scoped(query, params, places, self.built.names, lambda: self.built.catalogue.of(query.kind))


#: What makes a coordination, as choices of `maillage.network.project`.
_CHOICES: dict[str, Any] = {
    "weight": "count",
    "threshold": None,
    "roles": "coordinating",
    "modality": ("done", "ongoing"),
    "certainty": None,
    "kinds": None,
    "hospital_groups": True,
    "events": "together",
    "roll_up": False,
    "overlap": True,
}
